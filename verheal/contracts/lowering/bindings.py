"""What a global name of a module can mean."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.contracts.source import model


@dataclass(frozen=True)
class FunctionRef:
    """A function of the repository."""

    module: str
    qualname: str


@dataclass(frozen=True)
class ClassRef:
    """A class of the repository, by its key."""

    key: str


@dataclass(frozen=True)
class ConstantRef:
    """A module-level name that is assigned."""

    module: str
    constant: model.Constant


@dataclass(frozen=True)
class External:
    """Something outside the repository, by dotted name; builtins are `builtins.x`."""

    dotted: str


Binding = FunctionRef | ClassRef | ConstantRef | External
