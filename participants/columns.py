"""The columns that every list of persons has."""

from pilot.lists import Column


def name_column() -> Column:
    return Column("naam", "Naam", str, sort=("last_name", "first_name"))


def number_column() -> Column:
    return Column("nummer", "Nummer", lambda p: p.number, sort=("number",), numeric=True)


def phase_column() -> Column:
    return Column(
        "fase", "Fase", lambda p: p.phase_label, sort=("phase",), badge=lambda p: p.phase_kind
    )


def consultant_column() -> Column:
    return Column("consulent", "Consulent", lambda p: p.consultant, sort=("consultant__last_name",))
