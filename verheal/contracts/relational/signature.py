"""May two functions be called in the same ways, and mean what they name the same? Else they are not compared.

Law: a call that one takes and the other does not is a difference, and so is a default; the values that annotations
allow have to be the same on both sides, as must be the classes of the objects that both see.
"""

from __future__ import annotations

import ast

from verheal.contracts.lowering.bindings import ClassRef, ConstantRef, External
from verheal.contracts.lowering.described import ClassInfo
from verheal.contracts.lowering.function import Definition
from verheal.contracts.lowering.inline import HARMLESS
from verheal.contracts.relational.version import Version

DEPTH = 6


def differing(before: tuple[Version, str, str], after: tuple[Version, str, str]) -> str:
    """Why the two are not compared, or "": (tree, module, qualname) of each. KeyError where there is no function."""
    (left, one, name), (right, two, twin) = before, after
    mine, owner = left.function_node(one, name)
    other, keeper = right.function_node(two, twin)
    for program, module, qualname, node in ((left, one, name, mine), (right, two, twin, other)):
        if why := _unfit(program, module, qualname, node):
            return why
    if (owner is None) != (keeper is None):
        return "one is a method and the other is none"
    if [ast.unparse(d) for d in mine.decorator_list] != [ast.unparse(d) for d in other.decorator_list]:
        return "their decorators differ"
    if _shape(mine) != _shape(other):
        return "their parameters differ"
    defaults = zip(_defaults(mine), _defaults(other), strict=True)
    if not all(_one_value((left, one, a), (right, two, b)) for a, b in defaults):
        return "a default may have another value"
    return ""


def _unfit(program: Version, module: str, qualname: str, node: Definition) -> str:
    found = program.modules[module].function(qualname)
    if found is None or found.nested or "<locals>" in qualname:
        return "a function inside a function"
    if found.is_async:
        return "unsupported: async function"
    if found.is_generator:
        return "unsupported: the items of a generator are not compared"
    for decorator in node.decorator_list:
        match program.attribute(module, ast.unparse(decorator).partition("(")[0]):
            case External(dotted) if dotted in HARMLESS:
                continue
            case _:
                return f"decorated by {ast.unparse(decorator).partition('(')[0]}"
    return ""


def _shape(node: Definition) -> tuple[tuple[str, ...] | None, ...]:
    """The parameters, by kind, without annotations and defaults; where there are defaults."""
    spec = node.args
    lone = tuple((a.arg,) if a is not None else None for a in (spec.vararg, spec.kwarg))
    given = tuple(str(default is not None) for default in (*spec.kw_defaults,))
    named = tuple(tuple(a.arg for a in part) for part in (spec.args, spec.kwonlyargs))
    # Nobody can name these in a call, but how many there are counts.
    unnamed = (str(len(spec.posonlyargs)), str(len(spec.defaults)))
    return (*named, *lone, given, unnamed)


def _defaults(node: Definition) -> list[ast.expr]:
    return [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]


def _one_value(
    before: tuple[Version, str, ast.expr], after: tuple[Version, str, ast.expr], depth: int = DEPTH
) -> bool:
    """Do the two expressions surely have one value, type included, when their modules are imported?"""
    (left, one, a), (right, two, b) = before, after
    if ast.dump(a) != ast.dump(b) or depth == 0:
        return False
    if any(isinstance(part, ast.Call | ast.Lambda | ast.NamedExpr | ast.Await) for part in ast.walk(a)):
        return False
    names = {part.id for part in ast.walk(a) if isinstance(part, ast.Name)}
    for name in names:
        match left.binding(one, name), right.binding(two, name):
            case ConstantRef(_, mine), ConstantRef(_, other) if mine.value is not None and other.value is not None:
                if mine.rebound or other.rebound or mine.value[:1] in "[{":
                    return False
                parsed = (ast.parse(found.value or "", mode="eval").body for found in (mine, other))
                x, y = parsed
                if not _one_value((left, one, x), (right, two, y), depth - 1):
                    return False
            case External(dotted), External(other_dotted):
                if dotted != other_dotted:
                    return False
            case ClassRef(key), ClassRef(other_key):
                if right.owner(other_key) != key:
                    return False
            case _:
                return False
    return True


def unlike_classes(left: Version, right: Version) -> str:
    """A class that is not the same on both sides, of those that either lowering looked at; or ""."""
    home = {right.owner(key): key for key in right.classes}
    for name in sorted({*left.infos, *(right.owner(key) for key in right.infos)}):
        if name not in left.classes or name not in home:
            continue  # objects of it are no inputs that both sides can see
        mine, other = left.describe(name), right.describe(home[name])
        if _outline(left, mine) != _outline(right, other):
            return f"the class {name.partition(':')[2]} differs"
    moved = [right.owner(key) for key in right.infos]
    if len(set(moved)) != len(moved):
        return "two classes stand for one"
    return ""


def _outline(program: Version, info: ClassInfo) -> tuple[object, ...]:
    """What counts of a class for the objects that are passed: what they are and what they keep."""
    fields = tuple((name, program.owner(owner), note) for name, owner, note in info.fields)
    return tuple(map(program.owner, info.chain)), fields, info.opaque, info.exception, info.number
