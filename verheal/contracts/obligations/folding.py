"""Operators applied to literals, and to choices between literals."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Const, Expr
from verheal.contracts.core.ops import table
from verheal.contracts.core.types import BOOL, FLOAT, INT, STR, NoneT, Type
from verheal.contracts.core.values import NotExecutable

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

_SCALARS = (INT, BOOL, FLOAT, STR)
_HANDLED_ELSEWHERE = ("ite", "eq", "and", "or", "not", "implies", "select", "store", "map.const")
_MEANING = {
    op.name: op.concrete
    for op in table().values()
    if op.name.split(".")[0] in ("int", "float", "mixed", "str") and op.name not in _HANDLED_ELSEWHERE
}
_LARGEST = 1 << 2000  # below the limit on digits of int to str conversion, which Const's repr needs
_LONGEST = 10_000

PUSHED = frozenset(
    ("int.add", "int.sub", "int.mul", "int.neg", "int.lt", "int.le", "int.floordiv", "int.mod", "eq")
)


def fold(op: str, args: tuple[Expr, ...], kind: Type) -> Const | None:
    """The literal that the operator yields on literals, or None."""
    meaning = _MEANING.get(op)
    if meaning is None or kind not in _SCALARS or not all(isinstance(part, Const) for part in args):
        return None
    values = [part.value for part in args if isinstance(part, Const)]
    if op in ("float.to_int", "int.mul") and not _moderate(values):
        return None
    try:
        value = meaning(*values)
    except NotExecutable:  # too large
        return None
    if isinstance(value, int) and not -_LARGEST < value < _LARGEST:
        return None
    if isinstance(value, str) and len(value) > _LONGEST:
        return None
    return Const(value, kind) if isinstance(value, int | float | str) else None


def _moderate(values: Sequence[object]) -> bool:
    return all(not isinstance(value, int) or -_LARGEST < value < _LARGEST for value in values)


def push(terms: Terms, op: str, args: tuple[Expr, ...], kind: Type) -> Expr | None:
    """op(ite(c, 1, 2), 3) = ite(c, op(1, 3), op(2, 3)), where only literals stand."""
    choices = [place for place, part in enumerate(args) if not isinstance(part, Const)]
    if len(choices) != 1:
        return None
    place = choices[0]
    chosen = args[place]
    if not (isinstance(chosen, App) and chosen.op == "ite"):
        return None
    test, then, orelse = chosen.args
    if not (isinstance(then, Const) and isinstance(orelse, Const)):
        return None
    left = terms.make(op, (*args[:place], then, *args[place + 1 :]), kind)
    right = terms.make(op, (*args[:place], orelse, *args[place + 1 :]), kind)
    return terms.ite(test, left, right)


def same_literal(left: Expr, right: Expr) -> bool | None:
    """Are two literals of one type the same value? None when that is not known."""
    if left.type == right.type and isinstance(left.type, NoneT):
        return True
    if isinstance(left, Const) and isinstance(right, Const) and left.type == right.type:
        return left == right
    return None
