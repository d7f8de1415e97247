"""The columns that every list of persons has."""

from datetime import date

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


def planned_column(today: date) -> Column:
    """The day of the next appointment; one that is past says so."""
    return Column(
        "gepland",
        "Gepland op",
        lambda p: p.next_step_on,
        # Without an appointment: who waits longest.
        sort=("next_step_on", "next_step_time", "last_contact_on"),
        mark=lambda p: "te laat" if p.next_step_on and p.next_step_on < today else "",
    )


def hours_column(hours, words, *, sort=()) -> Column:
    """Hours in a week, in words; a download holds both numbers.

    `hours`: gives the first and the last, `words` what the page shows.
    """
    return Column(
        "uren",
        "Uren",
        words,
        sort=sort,
        numeric=True,
        exported_as=(
            Column("uren-vanaf", "Uren vanaf", lambda row: hours(row)[0], numeric=True),
            Column("uren-tot", "Uren tot", lambda row: hours(row)[1], numeric=True),
        ),
    )
