"""Operations for migrations that spare Django from building all models anew, again and again.

A tracked model has triggers and a table of versions, and nearly every model points to a person, a
user or a pilot, so that one change makes Django build all of them once more: that took nine tenths
of the time of all migrations together.
"""

import pgtrigger.migrations
from django.db.migrations.operations.base import Operation


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """The same, without building the models: a trigger changes none."""

    def state_forwards(self, app_label, state):
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class RemoveTrigger(pgtrigger.migrations.RemoveTrigger):
    """The same for taking one away."""

    def state_forwards(self, app_label, state):
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [one for one in options["triggers"] if one.name != self.name]


class Together(Operation):
    """New models, with all that they have, and changes of older ones: the models are built once.

    A new model may point to one that is made before it. What goes away, and what changes a model
    that is new here, such as its triggers, stands before or after.
    """

    reduces_to_sql = True
    reversible = True

    serialization_expand_args = ("operations",)

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        # Back is rare and may take its time: each is undone with the models as they then were.
        states = [to_state]
        for operation in self.operations:
            state = states[-1].clone()
            operation.state_forwards(app_label, state)
            states.append(state)
        undone = zip(self.operations, states[1:], states[:-1], strict=True)
        for operation, after, before in reversed(list(undone)):
            operation.database_backwards(app_label, schema_editor, after, before)

    def describe(self):
        return "; ".join(operation.describe() for operation in self.operations)
