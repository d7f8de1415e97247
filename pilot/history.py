"""What changed, kept by triggers in the database, and told in words.

A trigger sees every change, also one in bulk or in plain SQL, and the rows that it writes can be
added to only. Who did it comes from the request (HistoryMiddleware) or from `pghistory.context`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

import pghistory
import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import connection, migrations, models
from psycopg import sql

from pilot.templatetags.ui import cell, euro_exact

# Fields that say nothing to a reader, or what is said already by who and when.
TECHNICAL = {
    *("id", "uuid", "version", "pilot", "participant", "at", "by", "selected_by", "selected_at"),
    *("closed_at", "settled_at", "ended_by", "ended_at", "referral"),
    # Of a file that is kept.
    *("sha256", "content_type", "size"),
}
# In the label of an amount of money.
EUROS = "(€)"
ACTIONS = {
    "found": "was er al",
    "insert": "toegevoegd",
    "update": "gewijzigd",
    "delete": "verwijderd",
}


def tracked(*, exclude: Iterable[str] = ()):
    """Class decorator: keep every version of the rows of a model, in a table `<model>event`."""
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        append_only=True,
        # In the row itself: a table of contexts would have to be open for changes.
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        attrs={"append_only": True},
        meta={"triggers": [never_emptied()]},
    )


def keep_what_is_there(app_label: str, *names: str):
    """For a migration: keep the rows from before the triggers as a version with label "found".

    Otherwise their first change would look as if everything had been empty.
    """

    def keep(apps, schema_editor):
        for name in names:
            model, event = (apps.get_model(app_label, kind) for kind in (name, f"{name}Event"))
            of_model = {field.name for field in model._meta.concrete_fields}
            columns = sql.SQL(", ").join(
                sql.Identifier(field.column)
                for field in event._meta.concrete_fields
                if field.name in of_model
            )
            statement = sql.SQL(
                "INSERT INTO {event} (pgh_created_at, pgh_label, pgh_obj_id, {columns})"
                " SELECT clock_timestamp(), 'found', id, {columns} FROM {table} t"
                " WHERE NOT EXISTS (SELECT FROM {event} e WHERE e.pgh_obj_id = t.id) ORDER BY id"
            ).format(
                event=sql.Identifier(event._meta.db_table),
                table=sql.Identifier(model._meta.db_table),
                columns=columns,
            )
            with schema_editor.connection.cursor() as cursor:
                cursor.execute(statement.as_string())

    return migrations.RunPython(keep, migrations.RunPython.noop)


def never_emptied() -> pgtrigger.Trigger:
    """Refuse TRUNCATE, which no trigger on rows sees."""
    return pgtrigger.Trigger(
        name="never_emptied",
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
    )


@dataclass(frozen=True)
class FieldChange:
    """`before` and `after` in words; `before` is "" in a row that is new."""

    label: str
    before: str
    after: str
    name: str = ""


@dataclass(frozen=True)
class Change:
    """`by` in words; "" where nobody did anything. `number`: of the version that it made.

    `row`: the key of the row. `user`: the user name, "" for the program. `why`: the reason, where
    one had to be given. `which`: what the row is called, "" where what is told says enough.
    """

    at: datetime
    by: str
    what: str
    fields: tuple[FieldChange, ...]
    model: type[models.Model]
    number: int
    row: int
    user: str = ""
    why: str = ""
    which: str = ""

    @property
    def heading(self) -> str:
        return f"{self.what}: {self.which}" if self.which else self.what


class ChangedMeanwhile(Exception):
    """A colleague changed what a form is about after it was opened.

    `version`: what the form is made from now, None for what is gone. `newer`: what the colleague
    changed, newest first.
    """

    def __init__(self, version: int | None = None, newer: Iterable[Change] = ()):
        self.version, self.newer = version, list(newer)
        super().__init__(f"version {version}")


def version_of(row) -> int:
    """The number of the newest version that was kept of a row."""
    kept = type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk)
    return kept.aggregate(number=models.Max("pgh_id"))["number"] or 0


def check_unchanged(row, *, since: int | None, fields: Iterable[str]) -> None:
    """Raise ChangedMeanwhile where one of these fields changed after a version. Lock the row first.

    `since`: what version_of gave when the form was made.
    """
    if version_of(row) == since:
        return
    newer = [
        change
        for change in changes({type(row): "pgh_obj_id"}, row.pk)
        if change.number > (since or 0) and {field.name for field in change.fields} & set(fields)
    ]
    if newer:
        raise ChangedMeanwhile(version_of(row), newer)


def changes(
    sources: dict[type[models.Model], str],
    key: int,
    *,
    told_by: dict[str, tuple[type[models.Model], str]] | None = None,
) -> list[Change]:
    """All changes of the rows that belong to `key`, newest first, in a fixed number of queries.

    `sources`: tracked models, each with the column that holds the key. `told_by`: a column whose
    change is not told when the next row that came is of this model and holds the same value.
    """
    versions = read_versions(sources, key)
    names = Names(versions)
    before: dict[tuple, dict] = {}
    told = []
    for version, following in zip_longest(versions, versions[1:]):
        identity = version.model, version.values["id"]
        earlier = before.get(identity, {})
        before[identity] = version.values
        after = {} if version.label == "delete" else dict(version.values)
        if version.label == "update" and following and following.label == "insert":
            after |= told_next(following, earlier, after, told_by or {})
        fields = tuple(field_changes(version, earlier, after, names))
        if fields or version.label != "update":
            told.append(in_words(version, fields, names, named(version, earlier, names)))
    return told[::-1]


def told_next(following: "Version", earlier: dict, after: dict, told_by: dict) -> dict:
    """What the next row says too, as it was before, so that it is not told twice."""
    return {
        column: earlier.get(column)
        for column, (model, same) in told_by.items()
        if following.model is model and column in after and following.values[same] == after[column]
    }


def named(version: "Version", earlier: dict, names: "Names") -> str:
    """Which of the rows it is, as it was before, by what its model names as NAMED_BY."""
    if version.label not in ("update", "delete"):
        return ""
    fields = [
        version.model._meta.get_field(name) for name in getattr(version.model, "NAMED_BY", ())
    ]
    values = earlier or version.values
    return ", ".join(names.in_words(field, values.get(field.column)) for field in fields)


def in_words(
    version: "Version", fields: tuple[FieldChange, ...], names: "Names", which: str
) -> Change:
    what = f"{version.model._meta.verbose_name} {ACTIONS[version.label]}".capitalize()
    by = "" if version.label == "found" else names.of_user(version.user)
    user = names.user_name(version.user)
    row = version.values["id"]
    number = version.number
    return Change(version.at, by, what, fields, version.model, number, row, user, which=which)


@dataclass(frozen=True)
class Version:
    model: type[models.Model]
    at: datetime
    label: str
    number: int
    user: int | None
    values: dict


def read_versions(sources, key) -> list[Version]:
    """Every version that was kept, oldest first."""
    by_table = {model.pgh_event_model._meta.db_table: model for model in sources}
    query = sql.SQL(" UNION ALL ").join(
        sql.SQL(
            "SELECT {name} AS source, pgh_created_at, pgh_label, pgh_id,"
            " pgh_context ->> 'user', to_jsonb(e) FROM {table} e WHERE {column} = {key}"
        ).format(
            name=sql.Literal(table),
            table=sql.Identifier(table),
            column=sql.Identifier(sources[model]),
            key=sql.Literal(key),
        )
        for table, model in by_table.items()
    )
    with connection.cursor() as cursor:
        cursor.execute((query + sql.SQL(" ORDER BY 2, 1, 4")).as_string())
        return [
            Version(
                by_table[table], at, label, number, int(user) if user else None, json.loads(values)
            )
            for table, at, label, number, user, values in cursor.fetchall()
        ]


def shown_fields(model):
    tracked_names = {field.name for field in model.pgh_event_model._meta.fields}
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in tracked_names and field.name not in TECHNICAL
    ]


def field_changes(version, before, after, names):
    for field in shown_fields(version.model):
        old, new = before.get(field.column), after.get(field.column)
        if old != new and (old or new):
            was = names.in_words(field, old)
            yield FieldChange(
                str(field.verbose_name).capitalize(),
                (was or "leeg") if version.label == "update" else was,
                names.in_words(field, new) or "leeg",
                field.name,
            )


class Names:
    """The names of what the versions refer to, fetched once for each kind."""

    def __init__(self, versions):
        self.user_model = apps.get_model(settings.AUTH_USER_MODEL)
        wanted = defaultdict(set)
        for version in versions:
            wanted[self.user_model].add(version.user)
            for field in shown_fields(version.model):
                if field.is_relation:
                    wanted[field.related_model].add(version.values.get(field.column))
        self.found = {
            model: model._base_manager.in_bulk(keys - {None}) for model, keys in wanted.items()
        }

    def of_user(self, key) -> str:
        return self.of(self.user_model, key) if key else "het programma"

    def user_name(self, key) -> str:
        user = self.found[self.user_model].get(key)
        return user.get_username() if user else ""

    def of(self, model, key) -> str:
        return str(self.found[model].get(key, "iemand die er niet meer is"))

    def in_words(self, field, value) -> str:
        if value is None or value == "":
            return ""
        if field.is_relation:
            return self.of(field.related_model, value)
        if isinstance(value, list):
            labels = dict(field.base_field.flatchoices)
            return ", ".join(str(labels.get(one, one)) for one in value)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if EUROS in str(field.verbose_name):
            return euro_exact(field.to_python(value)).removeprefix("€ ")
        return cell(field.to_python(value))
