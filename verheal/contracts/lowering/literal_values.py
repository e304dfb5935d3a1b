"""Values whose type is written as `Literal[...]`, where they are computed with: the ints or texts that are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verheal.contracts.core.types import BOOL, INT, STR
from verheal.contracts.lowering import known_objects, literal_types
from verheal.contracts.lowering.values import Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame


def listed(f: Frame, value: Val) -> Val | None:
    """The value as one of those that its type lists; None where it lists none, or values of several types."""
    values = literal_types.values_of(value.type)
    kind = None if values is None else literal_types.type_of(values)
    if values is None or kind not in (BOOL, INT, STR):
        return None
    expr = known_objects.as_one(f, value, kind)
    f.assume(literal_types.among(expr, values), "it is one of those that are listed")
    return Val(expr, kind)
