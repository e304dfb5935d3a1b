"""The class of an object: `type(x)`, `x.__class__`, its name, and whether it is a class that was read.

Law (data model): type(x) runs nothing and is one of the classes below what is written of x; `__name__` and
`__qualname__` of a class are str, whatever its body says, unless its metaclass says otherwise.
"""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import no, same, select
from verheal.contracts.core.expr import FALSE, Expr, integer
from verheal.contracts.core.types import BOOL, STR, ClassT, NeverT, NoneT, OpaqueT, alternatives
from verheal.contracts.lowering import class_values
from verheal.contracts.lowering.access import is_global, is_local, line_of, surely_imported
from verheal.contracts.lowering.bindings import ClassRef, External
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.narrowing import pretends
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, Val

NAMES = frozenset({"__name__", "__qualname__"})


def object_of(f: Frame, node: ast.expr) -> ast.expr | None:
    """x of `type(x)` and `x.__class__`."""
    match node:
        case ast.Call(func=ast.Name(id="type"), args=[inner], keywords=[]) if not isinstance(inner, ast.Starred):
            plain = f.round.program.binding(f.module, "type") == External("builtins.type")
            return inner if plain and not is_local(f, "type") else None
        case ast.Attribute(value=inner, attr="__class__"):
            return None if is_global(f, node) else inner
        case _:
            return None


def name(f: Frame, node: ast.Attribute) -> Val | None:
    """`type(x).__name__`; None where it is something else, and nothing was lowered."""
    from verheal.contracts.lowering.expressions import lower

    inner = object_of(f, node.value) if node.attr in NAMES else None
    if inner is None or _odd_metaclass(f.round.program):
        return None
    value = lower(f, inner)
    if isinstance(value.type, NeverT):
        return BOTTOM
    _ask(f, value, node.value, node)
    f.stuck(f"reads {node.attr}, line {node.lineno}", node.lineno, may_raise=False, reads_only=True)
    return f.havoc(STR, node.attr)


def own_name(f: Frame, label: tuple[str, ...], attr: str, node: ast.AST) -> Val | None:
    """`cls.__name__` of a value that is, by what is written of it, a class; None of all else."""
    program = f.round.program
    if attr not in NAMES or _odd_metaclass(program):
        return None
    if not class_values.family(program, OpaqueT(label)) and not _is_class(program, label):
        return None
    f.stuck(f"reads {attr}, line {line_of(node)}", line_of(node), may_raise=False, reads_only=True)
    return f.havoc(STR, attr)


def _is_class(program: Program, label: tuple[str, ...]) -> bool:
    """Is it an instance of a metaclass that was read?"""
    key = label[0].removeprefix("class ") if len(label) == 1 and label[0].startswith("class ") else ""
    one = program.classes.get(key)
    if one is None or one.bases != ("type",) or key in program.redefined:
        return False
    return program.attribute(one.module, "type") == External("builtins.type")


def _ask(f: Frame, value: Val, how: ast.expr, node: ast.AST) -> None:
    """Reading `x.__class__` runs code where a class says so. Of what is not known it is asked as isinstance asks."""
    if isinstance(how, ast.Attribute) and not all(_plain(f, one) for one in alternatives(f.resolve(value.type))):
        f.stuck(f"attribute __class__ of this value, line {line_of(node)}", line_of(node))


def _plain(f: Frame, kind: object) -> bool:
    program = f.round.program
    match kind:
        case OpaqueT():
            f.round.assumptions.setdefault("known-subclasses")
            return not pretends(f)
        case ClassT(key):
            family = [program.describe(one) for one in (key, *program.subclasses(key))]
            return not any(one.opaque or one.method("__class__") or one.field_of("__class__") for one in family)
        case _:
            return True


def _odd_metaclass(program: Program) -> bool:
    """Does a class that was read say what `__name__` or any attribute is? It may be the class of a class."""
    odd = {*NAMES, "__getattribute__"}
    return any(
        odd & {item.name for item in one.fields}
        or odd & {qualname.rpartition(".")[2] for qualname in one.methods}
        for one in program.classes.values()
    )


def _odd_equality(program: Program) -> bool:
    """May the class of a class say what == means?"""
    return any(
        f"{one.qualname}.__eq__" in one.methods and program.describe(one.key).opaque for one in program.classes.values()
    )


def compared(f: Frame, node: ast.Compare) -> Val | None:
    """`type(x) is C`, `x.__class__ == type(y)`: None where it is something else, and nothing was lowered."""
    from verheal.contracts.lowering.expressions import lower, split

    match node:
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq() as op], comparators=[right]):
            pass
        case _:
            return None
    sides = [(side, object_of(f, side), class_named(f, side)) for side in (left, right)]
    if all(inner is None for _, inner, _ in sides) or any(inner is None and not key for _, inner, key in sides):
        return None
    if isinstance(op, ast.Eq | ast.NotEq) and _odd_equality(f.round.program):
        return None
    values: list[Val | None] = []
    for side, inner, _ in sides:
        value = f.name_value(lower(f, inner)) if inner is not None else None
        if value is not None and isinstance(value.type, NeverT):
            return BOTTOM
        if value is not None:
            _ask(f, value, side, node)
        values.append(value)
    wrong = isinstance(op, ast.IsNot | ast.NotEq)

    def test(a: Val | None, b: Val | None) -> Val:
        found = _same(f, (a, sides[0][2]), (b, sides[1][2]))
        return f.val(no(found) if wrong else found)

    def with_left(a: Val | None) -> Val:
        other = values[1]
        return test(a, None) if other is None else split(f, other, lambda b: test(a, b))

    return with_left(None) if values[0] is None else split(f, values[0], with_left)


def _same(f: Frame, a: tuple[Val | None, str], b: tuple[Val | None, str]) -> Expr:
    """Are the two classes one? Each is that of a value, or the one that is named."""
    tags = [_tag(f, *one) for one in (a, b)]
    known = [tag for tag in tags if tag is not None]
    if len(known) == 2:
        return same(known[0], known[1])
    other = next((value for (value, _), tag in zip((a, b), tags, strict=True) if tag is None), None)
    if known and other is not None and isinstance(other.type, NoneT):
        return FALSE
    return f.havoc(BOOL, "class").expr


def _tag(f: Frame, value: Val | None, key: str) -> Expr | None:
    if value is None:
        return integer(f.round.program.describe(key).number)
    return select(f.heap(heap.CLASS), value.expr) if isinstance(value.type, ClassT) else None


def class_named(f: Frame, node: ast.expr) -> str:
    """Key of the class that a global name means for sure, or ""."""
    if not isinstance(node, ast.Name | ast.Attribute) or not is_global(f, node) or not surely_imported(f, node):
        return ""
    program = f.round.program
    found = program.attribute(f.module, ast.unparse(node))
    plain = isinstance(found, ClassRef) and found.key not in program.redefined
    return found.key if plain and isinstance(found, ClassRef) and program.class_node(found.key) is not None else ""


__all__ = ["class_named", "compared", "name", "object_of", "own_name"]
