import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from pilot.database import as_owner
from pilot.migrating import Together

SHELF = migrations.CreateModel("Shelf", [("id", models.BigAutoField(primary_key=True))])
MORE = Together(
    [
        migrations.CreateModel(
            "Book",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("shelf", models.ForeignKey("pilot.Shelf", models.CASCADE)),
            ],
        ),
        migrations.AddField("Shelf", "room", models.CharField(max_length=9, default="hal")),
        migrations.AddConstraint(
            "Shelf",
            models.CheckConstraint(condition=~models.Q(room=""), name="shelf_stands_somewhere"),
        ),
    ]
)


def found():
    """The tables of these tests with their columns and constraints."""
    introspection = connection.introspection
    with connection.cursor() as cursor:
        return {
            table: (
                [column.name for column in introspection.get_table_description(cursor, table)],
                sorted(introspection.get_constraints(cursor, table)),
            )
            for table in ("pilot_shelf", "pilot_book")
            if table in introspection.table_names(cursor)
        }


@pytest.fixture
def owner(transactional_db):
    with as_owner("default"):
        yield


def test_operations_together_are_done_and_undone(owner):
    states = [ProjectState()]
    for operation in (SHELF, MORE):
        states.append(states[-1].clone())
        operation.state_forwards("pilot", states[-1])

    with connection.schema_editor() as editor:
        SHELF.database_forwards("pilot", editor, *states[:2])
    before = found()
    with connection.schema_editor() as editor:
        MORE.database_forwards("pilot", editor, *states[1:])
    columns, constraints = found()["pilot_shelf"]
    assert columns == ["id", "room"]
    assert "shelf_stands_somewhere" in constraints
    columns, constraints = found()["pilot_book"]
    assert columns == ["id", "shelf_id"]
    assert any("fk_pilot_shelf" in name for name in constraints)

    with connection.schema_editor() as editor:
        MORE.database_backwards("pilot", editor, states[2], states[1])
    assert found() == before
    with connection.schema_editor() as editor:
        SHELF.database_backwards("pilot", editor, *states[1::-1])
    assert not found()
