"""Expressions of the core: pure, total, typed. Formulas are these same expressions over symbolic constants.

Every expression caches its hash, so that large shared graphs can be keys of dictionaries.
"""
from __future__ import annotations

from dataclasses import dataclass, field

from verheal.contracts.core.types import BOOL, INT, MapT, Type

Value = int | bool | float | str | None


def _literal_key(value: Value) -> Value:
    """Tells literals of one type apart as values: NaN is NaN, -0.0 is not 0.0; an int may have any number of digits."""
    return repr(value) if isinstance(value, float) else value


@dataclass(frozen=True, eq=False)
class Const:
    """A literal: int, bool, float, str or None, as its type says (a reference literal does not exist)."""

    value: Value
    type: Type
    digest: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hash(("const", _literal_key(self.value), self.type)))

    def __hash__(self) -> int:
        return self.digest

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Const) or self.type != other.type:
            return False
        return _literal_key(self.value) == _literal_key(other.value)


@dataclass(frozen=True, eq=False)
class Var:
    """A variable of the program, or a symbolic constant of a formula, or a bound variable."""

    name: str
    type: Type
    digest: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hash(("var", self.name, self.type)))

    def __hash__(self) -> int:
        return self.digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Var) and self.name == other.name and self.type == other.type


@dataclass(frozen=True, eq=False)
class App:
    """An operator of `ops.OPS` applied to arguments; `index` is its static part (tuple position, union member)."""

    op: str
    args: tuple[Expr, ...]
    type: Type
    index: int = 0
    digest: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hash(("app", self.op, self.index, self.type, self.args)))

    def __hash__(self) -> int:
        return self.digest

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if (
            not isinstance(other, App)
            or self.digest != other.digest
            or self.op != other.op
            or self.index != other.index
            or self.args != other.args
            or (self.type is not other.type and self.type != other.type)
        ):
            return False
        # From now on they share their arguments: comparing what stands above them twice would double the work.
        object.__setattr__(other, "args", self.args)
        return True


@dataclass(frozen=True, eq=False)
class Binder:
    """`forall` (a Bool: the body holds for every value) or `lambda` (a total map, defined pointwise).

    A `forall` over an int variable has the shape `low <= k < high ==> p(k)` in `low`, `high` and `body`; with
    `low is None` it ranges over every value of the variable's type and the interpreter cannot evaluate it.
    """

    kind: str
    var: Var
    body: Expr
    type: Type
    low: Expr | None = None
    high: Expr | None = None
    digest: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        key = ("binder", self.kind, self.var, self.body, self.low, self.high)
        object.__setattr__(self, "digest", hash(key))

    def __hash__(self) -> int:
        return self.digest

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if (
            not isinstance(other, Binder)
            or self.digest != other.digest
            or (self.kind, self.var, self.low, self.high) != (other.kind, other.var, other.low, other.high)
            or self.body != other.body
        ):
            return False
        object.__setattr__(other, "body", self.body)
        return True


Expr = Const | Var | App | Binder

TRUE = Const(True, BOOL)
FALSE = Const(False, BOOL)


def integer(value: int) -> Const:
    """The int literal `value`."""
    return Const(value, INT)


def forall(var: Var, low: Expr, high: Expr, body: Expr) -> Binder:
    """Bounded universal statement: for every int `var` in [low, high), `body`."""
    return Binder("forall", var, body, BOOL, low, high)


def mapping(var: Var, body: Expr) -> Binder:
    """The map that takes each value of `var` to `body` (SMT-LIB array, defined pointwise)."""
    return Binder("lambda", var, body, MapT(var.type, body.type))


def children(term: Expr) -> tuple[Expr, ...]:
    """Direct subexpressions."""
    if isinstance(term, App):  # not `match`: nothing is asked more often
        return term.args
    if isinstance(term, Binder):
        return tuple(part for part in (term.low, term.high, term.body) if part is not None)
    return ()
