"""What lowering an expression gives: a core expression and the type that is known of it, holes included."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.contracts.core.build import NONE_VALUE
from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.types import NEVER, NONE, Type


@dataclass(frozen=True)
class Val:
    """`expr.type` is the resolved form of `type`. A value of type Never stands on a path that cannot be."""

    expr: Expr
    type: Type


@dataclass(frozen=True)
class Slot:
    """A Python local: where it is kept, its type, and whether it is bound (a core bool)."""

    var: Var
    type: Type
    bound: Expr


NONE_VAL = Val(NONE_VALUE, NONE)
BOTTOM = Val(NONE_VALUE, NEVER)


class Unsupported(Exception):
    """A construct that is not modelled; `reason` becomes the reason of an Unknown."""

    def __init__(self, construct: str, line: int) -> None:
        super().__init__(f"unsupported: {construct}, line {line}")
        self.construct = construct
        self.line = line

    @property
    def reason(self) -> str:
        """The words of design section 5."""
        return f"unsupported: {self.construct}, line {self.line}"
