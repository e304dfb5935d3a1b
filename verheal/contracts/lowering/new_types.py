"""`N = NewType("N", base)`: a name for the values of another type.

Law (typing documentation, "NewType"): N(x) is x, and runs nothing; a value of N is, at run time, one of its base.
"""

from __future__ import annotations

import ast

from verheal.contracts.lowering.program import ConstantRef, External, Program

NEW_TYPES = (External("typing.NewType"), External("typing_extensions.NewType"))


def base(program: Program, found: object) -> ast.expr | None:
    """The type that a module-level name was made of by NewType; None where it was not, or may mean something else."""
    if not isinstance(found, ConstantRef) or found.constant.rebound or found.constant.value is None:
        return None
    match ast.parse(found.constant.value, mode="eval").body:
        case ast.Call(func=func, args=[ast.Constant(value=str()), of], keywords=[]):
            makes = program.attribute(found.module, ast.unparse(func))
            return of if makes in NEW_TYPES else None
        case _:
            return None
