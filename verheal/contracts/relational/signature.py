"""May two functions be called in the same ways, and mean what they name the same? Else they are not compared.

Law: arguments are told by their places, as those of the function before; parameters may be renamed, and optional ones
added. Leaving out one that has a default is an input. The classes of the objects that both see have to be the same.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core.build import NONE_VALUE, boolean, make_tuple, real, text
from verheal.contracts.core.expr import Expr, integer
from verheal.contracts.lowering.bindings import ConstantRef, External
from verheal.contracts.lowering.described import ClassInfo
from verheal.contracts.lowering.function import Definition
from verheal.contracts.lowering.inline import HARMLESS
from verheal.contracts.relational.version import Version

DEPTH = 6
DIFFER = "their parameters differ"


class Uncomposable(Exception):
    """The two are not put together, for the reason that the message says."""




Home = tuple[Version, str, str]  # the tree, the module, the qualified name


@dataclass(frozen=True)
class Argument:
    """What a call gives both: places among the parameters of each, `before` None for one that was added.

    Where it is left out, each has its own default; both None where it is the same on both sides, or always given.
    """

    before: int | None
    after: int
    omitted: tuple[Expr, Expr] | None = None


def matched(before: Home, after: Home) -> tuple[Argument, ...]:
    """How the arguments of a call of the one are those of the other: by their places, keyword-only ones by name.

    Raises Uncomposable for functions that are not compared, KeyError where there is none.
    """
    (left, one, name), (right, two, twin) = before, after
    mine, owner = left.function_node(one, name)
    other, keeper = right.function_node(two, twin)
    _fit(left, one, name, mine)
    _fit(right, two, twin, other)
    if (owner is None) != (keeper is None):
        raise Uncomposable("one is a method and the other is none")
    if [ast.unparse(d) for d in mine.decorator_list] != [ast.unparse(d) for d in other.decorator_list]:
        raise Uncomposable("their decorators differ")
    if (mine.args.vararg is None, mine.args.kwarg is None) != (other.args.vararg is None, other.args.kwarg is None):
        raise Uncomposable(DIFFER)
    found = _pairs(_parameters(mine), _parameters(other))
    return tuple(_argument(pair, (left, one), (right, two)) for pair in found)


@dataclass(frozen=True)
class _Parameter:
    name: str
    place: int
    positional: bool
    default: ast.expr | None


def _parameters(node: Definition) -> list[_Parameter]:
    spec = node.args
    positional = [*spec.posonlyargs, *spec.args]
    given: list[ast.expr | None] = [None] * (len(positional) - len(spec.defaults))
    found = zip(positional, [*given, *spec.defaults], strict=True)
    named = zip(spec.kwonlyargs, spec.kw_defaults, strict=True)
    both = [(a, d, True) for a, d in found] + [(a, d, False) for a, d in named]
    return [_Parameter(a.arg, place, by_place, d) for place, (a, d, by_place) in enumerate(both)]


def _pairs(mine: list[_Parameter], other: list[_Parameter]) -> list[tuple[_Parameter | None, _Parameter]]:
    found: list[tuple[_Parameter | None, _Parameter]] = []
    ordered = [one for one in mine if one.positional]
    left = list(other)
    for one, twin in zip(ordered, [o for o in other if o.positional], strict=False):
        found.append((one, twin))
        left.remove(twin)
    if len(found) < len(ordered):
        raise Uncomposable(DIFFER)
    for one in mine:
        if not one.positional:
            twins = [o for o in left if o.name == one.name]
            if not twins:
                raise Uncomposable(DIFFER)
            found.append((one, twins[0]))
            left.remove(twins[0])
    return [*found, *((None, extra) for extra in left)]


def _argument(
    pair: tuple[_Parameter | None, _Parameter], before: tuple[Version, str], after: tuple[Version, str]
) -> Argument:
    one, other = pair
    if one is not None and one.default is None:
        return Argument(one.place, other.place)
    if other.default is None:
        raise Uncomposable(DIFFER)
    theirs = _resolved(*after, other.default)
    if one is None:
        value = _literal(theirs)
        if value is None:
            raise Uncomposable("a default of an added parameter is not known")
        return Argument(None, other.place, (value, value))
    assert one.default is not None
    ours = _resolved(*before, one.default)
    if ast.dump(ours) == ast.dump(theirs) and not any(isinstance(n, _UNSURE) for n in ast.walk(ours)):
        return Argument(one.place, other.place)
    values = _literal(ours), _literal(theirs)
    if values[0] is None or values[1] is None:
        raise Uncomposable("a default may have another value")
    return Argument(one.place, other.place, (values[0], values[1]))


_UNSURE = (ast.Call, ast.Lambda, ast.NamedExpr, ast.Await, ast.Name, ast.Attribute, ast.Subscript)


def _resolved(program: Version, module: str, node: ast.expr, depth: int = DEPTH) -> ast.expr:
    """A name of a module that is bound once to a plain value, as that value; else as it is."""
    if isinstance(node, ast.Name) and depth:
        match program.binding(module, node.id):
            case ConstantRef(home, found) if not found.rebound and found.value and found.value[:1] not in "[{":
                return _resolved(program, home, ast.parse(found.value, mode="eval").body, depth - 1)
            case _:
                pass
    return node


def _literal(node: ast.expr) -> Expr | None:
    """An immutable literal; None of others."""
    try:
        value = ast.literal_eval(node)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return constant(value)


def constant(value: object) -> Expr | None:
    """The value as an expression of the core; None of what is no number, text, None or tuple of these."""
    match value:
        case bool():
            return boolean(value)
        case int():
            return integer(value)
        case float():
            return real(value)
        case str():
            return text(value)
        case None:
            return NONE_VALUE
        case tuple():
            items = [constant(item) for item in value]
            return make_tuple(tuple(item for item in items if item is not None)) if all(items) else None
        case _:
            return None


def _fit(program: Version, module: str, qualname: str, node: Definition) -> None:
    found = program.modules[module].function(qualname)
    if found is None or found.nested or "<locals>" in qualname:
        raise Uncomposable("a function inside a function")
    if found.is_async:
        raise Uncomposable("unsupported: async function")
    if found.is_generator:
        raise Uncomposable("unsupported: the items of a generator are not compared")
    for decorator in node.decorator_list:
        match program.attribute(module, ast.unparse(decorator).partition("(")[0]):
            case External(dotted) if dotted in HARMLESS:
                continue
            case _:
                raise Uncomposable(f"decorated by {ast.unparse(decorator).partition('(')[0]}")


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
