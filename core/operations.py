"""Migration operations of the house."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import resolve_relation


class Together(Operation):
    """Several operations of one kind as one step of the migration's state.

    After each operation Django builds the changed model and all its neighbours anew. With hundreds of triggers and
    constraints over a hundred tables this took most of a minute; here the models of the app and what they refer to are
    built once for the whole group. The operations must not depend on each other's state: all create models, or all add
    fields, or all add constraints, indexes and triggers.
    """

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        """True when every operation of the group can be undone."""
        return all(operation.reversible for operation in self.operations)

    @property
    def reduces_to_sql(self) -> bool:  # type: ignore[override]
        """True when every operation of the group is SQL alone."""
        return all(operation.reduces_to_sql for operation in self.operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As it is written in a migration."""
        return self.__class__.__qualname__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the state without the models built from it; they are built when something asks for them."""
        # A state that is only replayed has none, and stays without.
        had_models = state.__dict__.pop("apps", None) is not None
        for operation in self.operations:
            operation.state_forwards(app_label, state)
        if had_models:
            state.__dict__["apps"] = Unbuilt(state.real_apps, state.models)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Do them in order."""
        before, after = _of_app(from_state, app_label), _of_app(to_state, app_label)
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, before, after)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Undo them from the last to the first. Whole states: a table that goes may still be referred to by other apps."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """For `migrate --plan`."""
        return "; ".join(operation.describe() for operation in self.operations)


class Unbuilt:
    """The models of a state before anybody has asked for one: Django builds them all at the start of each migration, though
    the next `Together` throws them away."""

    def __init__(self, real_apps: Any, models: dict[tuple[str, str], ModelState]) -> None:
        self._real_apps, self._models = real_apps, models
        self._built: StateApps | None = None

    def __getattr__(self, name: str) -> Any:
        if self._built is None:
            self._built = StateApps(self._real_apps, self._models)
        return getattr(self._built, name)

    def clone(self) -> Any:
        """The models as they are now, for a state that goes on by itself."""
        if self._built is not None:
            return self._built.clone()
        return Unbuilt(self._real_apps, {key: model.clone() for key, model in self._models.items()})


def _of_app(state: ProjectState, app_label: str) -> ProjectState:
    """The part of a state that this app's tables are made from: its models and all they refer to, however far."""
    apps = state.__dict__.get("apps")
    if apps is not None and not isinstance(apps, Unbuilt):
        return state  # built already: nothing to save
    part: dict[tuple[str, str], ModelState] = {}
    waiting = [key for key in state.models if key[0] == app_label]
    while waiting:
        key = waiting.pop()
        if key not in part and key in state.models:
            part[key] = state.models[key]
            waiting += _referred_to(state.models[key])
    # In the order of the state, so that a base is there before what is built on it.
    return ProjectState({key: model for key, model in state.models.items() if key in part}, state.real_apps)


def _referred_to(model: ModelState) -> list[tuple[str, str]]:
    key = (model.app_label, model.name_lower)
    remotes = [field.remote_field for field in model.fields.values() if field.remote_field]
    ends = [end for remote in remotes for end in (remote.model, getattr(remote, "through", None)) if end]
    ends += [base for base in model.bases if isinstance(base, str)]
    return [resolve_relation(end, *key) for end in ends]
