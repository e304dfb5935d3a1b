"""Type variables: `T = TypeVar("T")`.

Law (typing documentation, "TypeVar"): in the annotations of one function, those of its class included, a variable
stands for one type, which the caller chooses: what conforms to it conforms to every mention of it, and nothing else
does for sure. In the annotations of another function or class it stands for a type that is not known here.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from verheal.contracts.core.types import NONE, OpaqueT, Type, VariableT, alternatives, is_unknown, show
from verheal.contracts.lowering.program import ConstantRef, External, Program

if TYPE_CHECKING:
    from verheal.contracts.lowering.annotations import Reader
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.values import Val

MAKERS = ("TypeVar", "ParamSpec", "TypeVarTuple")
LIBRARIES = ("typing", "typing_extensions")


def variable(program: Program, found: object) -> str | None:
    """The full name of the type variable that a module-level name is bound to; None where it is none."""
    call = _made(program, found)
    return f"{found.module}:{found.constant.name}" if call is not None and isinstance(found, ConstantRef) else None


def _made(program: Program, found: object) -> ast.Call | None:
    if not isinstance(found, ConstantRef) or found.constant.rebound or found.constant.value is None:
        return None
    match ast.parse(found.constant.value, mode="eval").body:
        case ast.Call(func=func) as call:
            makes = program.attribute(found.module, ast.unparse(func))
            return call if any(makes == External(f"{lib}.{name}") for lib in LIBRARIES for name in MAKERS) else None
        case _:
            return None


def type_of(reader: Reader, found: object) -> Type | None:
    """What the annotations that the reader reads say of a value by a variable; None of what is no variable."""
    name, call = variable(reader.program, found), _made(reader.program, found)
    if name is None or call is None:
        return None
    free = len(call.args) == 1 and not any(word.arg not in ("covariant", "contravariant") for word in call.keywords)
    plain = free and ast.unparse(call.func).rpartition(".")[2] == "TypeVar"
    return VariableT((name,)) if plain and in_scope(reader, name) else OpaqueT()


def in_scope(reader: Reader, name: str) -> bool:
    """Does every mention of the variable that is read stand for one type?"""
    return reader.variables is None or name in reader.variables


def of_class(program: Program, key: str) -> frozenset[str]:
    """The variables between the brackets of the bases of a class, which stand for one type in all its methods."""
    found: set[str] = set()
    module, _, qualname = key.partition(":")
    for base in program.classes[key].bases if key in program.classes else ():
        for node in ast.walk(ast.parse(base, mode="eval")):
            if isinstance(node, ast.Subscript):
                names = (one.id for one in ast.walk(node.slice) if isinstance(one, ast.Name))
                found |= {v for name in names if (v := variable(program, program.binding(module, name))) is not None}
    return frozenset(found) if qualname else frozenset()


def of_own_field(f: Frame, node: ast.Attribute, value: Val) -> Val:
    """`self.name`: it conforms to a variable of the class where all that the code read stores there does."""
    from verheal.contracts.lowering.annotations import Reader
    from verheal.contracts.lowering.unannotated import stored_types
    from verheal.contracts.lowering.written import labelled

    owner, name = f.owner, node.attr
    if not is_unknown(value.type) or owner is None or not _is_self(f, node.value):
        return value
    about = f.round.program.describe(owner)
    if about.opaque or about.method(name) is not None:
        return value
    variables = of_class(f.round.program, owner)
    declared = about.field_of(name)
    if not variables or declared is None or declared[0] != owner:
        return value
    reader = replace(Reader(f.round.program, owner.partition(":")[0]), variables=variables)
    stored = stored_types(f.round.program, owner, name, variables)
    kinds = (labelled(reader, declared[1], deep=True),) if declared[1] else ()
    given = [one for kind in (*kinds, *stored) for one in alternatives(kind)]
    if not given or not all(isinstance(one, VariableT) or one == NONE for one in given):
        return value
    wanted = {show(one) for kind in kinds for one in alternatives(kind)} or {show(one) for one in given}
    fits = {show(one) for one in given} <= wanted
    return replace(value, type=OpaqueT(tuple(sorted(wanted)))) if fits else value


def _is_self(f: Frame, base: ast.expr) -> bool:
    """Is it the object whose method the function is that was asked for?"""
    if f.call_site is not None or not isinstance(base, ast.Name) or base.id in f.locals:
        return False
    function, owner = f.round.program.function_node(f.module, f.qualname)
    positional = [*function.args.posonlyargs, *function.args.args]
    bare = not any(ast.unparse(one) in ("staticmethod", "classmethod") for one in function.decorator_list)
    return owner is not None and bare and bool(positional) and positional[0].arg == base.id
