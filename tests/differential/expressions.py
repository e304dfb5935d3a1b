"""Random expressions of a wanted kind. Most of them evaluate; some fail on purpose, as indices do."""

from __future__ import annotations

from collections.abc import Callable

from tests.differential.kinds import BOOL, INT, STR, Kind, list_of, set_of, tuple_of
from tests.differential.scope import Callee, Scope

Maker = Callable[[Scope, Kind, int], "str | None"]
TRIES = 8


def expression(s: Scope, kind: Kind, depth: int) -> str:
    """Source text of an expression of the kind, in parentheses where it needs them."""
    from tests.differential.makers import MAKERS

    if depth > 0 and not s.chance(0.15):
        table = MAKERS.get(kind.name, ())
        makers = COMMON + table + table
        for _ in range(TRIES):
            found = s.pick(makers)(s, kind, depth - 1)
            if found is not None:
                return found
    return leaf(s, kind)


def leaf(s: Scope, kind: Kind) -> str:
    """A variable or a literal."""
    names = s.named(kind)
    if names and s.chance(0.75):
        return s.pick(names)
    return literal(s, kind)


def literal(s: Scope, kind: Kind) -> str:
    """A literal or a small display."""
    few = range(s.pick((0, 1, 2, 2, 3)))
    match kind.name:
        case "int":
            return str(s.random.randint(0, 4)) if s.chance(0.8) else s.pick(("-1", "-2", "7", "10", "1099511627776"))
        case "bool":
            ints = [name for name, one in s.vars.items() if one == INT]
            if ints and s.chance(0.8):
                return f"({s.pick(ints)} {s.pick(('<', '<=', '==', '!=', '>'))} {s.random.randint(-1, 4)})"
            return s.pick(("True", "False"))
        case "float":
            return s.pick(("0.0", "1.0", "0.5", "-1.5", "2.0", "1e300", "-0.0"))
        case "str":
            return s.pick(("''", "'a'", "'b'", "'ab'", "'abc'", "'é'"))
        case "None":
            return "None"
        case "optional":
            return "None" if s.chance(0.4) else leaf(s, kind.parts[0])
        case "union":
            return leaf(s, s.pick(kind.parts))
        case "list":
            return "[" + ", ".join(leaf(s, kind.parts[0]) for _ in few) + "]"
        case "set":
            return "{" + ", ".join(leaf(s, kind.parts[0]) for _ in few) + "}" if few else "set()"
        case "dict":
            pairs = (f"{leaf(s, kind.parts[0])}: {leaf(s, kind.parts[1])}" for _ in few)
            return "{" + ", ".join(pairs) + "}"
        case "tuple":
            return "(" + ", ".join(leaf(s, part) for part in kind.parts) + ",)"
        case _:
            return construct(s, kind, 0) or "None"


def construct(s: Scope, kind: Kind, depth: int) -> str | None:
    """A constructor call, of the class or of one below it."""
    one = s.pick(s.below(kind.name))
    given = [expression(s, part, depth) for _, part in one.fields]
    if s.chance(0.3) and given:
        given[-1] = f"{one.fields[-1][0]}={given[-1]}"
    return f"{one.name}({', '.join(given)})"


# -- of every kind ---------------------------------------------------------------------------------


def _conditional(s: Scope, kind: Kind, depth: int) -> str:
    return f"({expression(s, kind, depth)} if {expression(s, BOOL, depth)} else {expression(s, kind, depth)})"


def _either(s: Scope, kind: Kind, depth: int) -> str:
    return f"({expression(s, kind, depth)} {s.pick(('and', 'or'))} {expression(s, kind, depth)})"


def _walrus(s: Scope, kind: Kind, depth: int) -> str | None:
    if not s.walrus or s.chance(0.8):
        return None
    value, name = expression(s, kind, depth), s.fresh("w")
    s.maybe[name] = kind
    return f"({name} := {value})"


def _item(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name == "list" and one.parts[0] == kind)
    return f"{s.pick(found)[0]}[{index(s, depth)}]" if found else None


def _value_of_key(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name == "dict" and one.parts[1] == kind)
    if not found:
        return None
    name, one = s.pick(found)
    key = expression(s, one.parts[0], min(depth, 1))
    match s.random.randrange(6):
        case 0 | 1:
            return f"{name}[{key}]"
        case 2:
            return f"{name}.get({key}, {expression(s, kind, depth)})"
        case 3:
            return f"{name}.pop({key})" if s.chance(0.5) else f"{name}.pop({key}, {leaf(s, kind)})"
        case 4:
            return f"{name}.setdefault({key}, {leaf(s, kind)})"
        case _:
            return f"({name}[{key}] if {key} in {name} else {leaf(s, kind)})"


def _part(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name == "tuple" and kind in one.parts)
    if not found:
        return None
    name, one = s.pick(found)
    at = s.pick([i for i, part in enumerate(one.parts) if part == kind])
    return f"{name}[{at if s.chance(0.6) else at - len(one.parts)}]"


def _field(s: Scope, kind: Kind, depth: int) -> str | None:
    options = [
        f"{name}.{field}"
        for name, one in s.where(lambda one: one.name in s.classes or one.name == "optional")
        if (known := s.classes.get((one.parts or (one,))[0].name)) is not None
        for field, part in known.fields + known.properties
        if part == kind
    ]
    return s.pick(options) if options else None


def _method(s: Scope, kind: Kind, depth: int) -> str | None:
    options = [
        (name, method)
        for name, one in s.where(lambda one: one.name in s.classes)
        for method in s.classes[one.name].methods
        if method.result == kind
    ]
    if not options:
        return None
    name, method = s.pick(options)
    return call(s, Callee(f"{name}.{method.name}", method.params, method.defaults, method.result), depth)


def _function(s: Scope, kind: Kind, depth: int) -> str | None:
    options = [one for one in s.callees if one.result == kind]
    return call(s, s.pick(options), depth) if options and s.chance(0.6) else None


def call(s: Scope, one: Callee, depth: int) -> str:
    """A call with some defaults left out and some arguments named (parameters are p0, p1, ...)."""
    count = len(one.params) - s.random.randint(0, one.defaults)
    given = [expression(s, kind, min(depth, 1)) for kind in one.params[:count]]
    if given and s.chance(0.15):
        given[-1] = f"p{count - 1}={given[-1]}"
    return f"{one.name}({', '.join(given)})"


def _popped(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name == "list" and one.parts[0] == kind)
    if not found or s.chance(0.6):
        return None
    return f"{s.pick(found)[0]}.pop({s.pick(('', '', '0', '-1', '1'))})"


COMMON: tuple[Maker, ...] = (
    _conditional,
    _either,
    _walrus,
    _item,
    _item,
    _value_of_key,
    _part,
    _field,
    _field,
    _method,
    _function,
    _function,
    _popped,
)


# -- indices and slices ----------------------------------------------------------------------------


def index(s: Scope, depth: int) -> str:
    """An index that is often in range."""
    if s.chance(0.5):
        return s.pick(("0", "-1", "1", "-2", "2"))
    return expression(s, INT, min(depth, 1))


def sliced(s: Scope, depth: int) -> str:
    """The inside of a slice's brackets."""
    low, high = (expression(s, INT, min(depth, 1)) if s.chance(0.6) else "" for _ in range(2))
    return f"{low}:{high}" + (s.pick((":1", ":2", ":-1")) if s.chance(0.1) else "")


def iterable(s: Scope, element: Kind, depth: int) -> str:
    """Something to iterate over, whose elements are of the kind."""
    options: list[str] = []
    if element == INT:
        options += [
            f"range({expression(s, INT, min(depth, 1))} % 5)",
            f"range({s.random.randint(0, 4)})",
            f"range({leaf(s, INT)}, {leaf(s, INT)} % 6)",
            f"range({s.random.randint(0, 5)}, -1, -1)",
        ]
        if s.chance(0.15):
            options.append(f"range(0, 6, {expression(s, INT, 1)})")
    if element == STR:
        options.append(leaf(s, STR))
    if element == tuple_of(INT, INT):
        options += [
            f"enumerate({leaf(s, list_of(INT))})",
            f"zip({leaf(s, list_of(INT))}, {leaf(s, list_of(INT))})",
        ]
    if element == tuple_of(INT, STR):
        options += [f"enumerate({leaf(s, list_of(STR))})", f"zip({leaf(s, list_of(INT))}, {leaf(s, STR)})"]
    if element.name == "tuple" and len(element.parts) == 2:
        maps = s.where(lambda one: one.name == "dict" and one.parts == element.parts)
        options += [f"{name}.items()" for name, _ in maps]
    options += [name for name, one in s.where(lambda one: one.name == "dict") if one.parts[0] == element]
    options += [f"{n}.values()" for n, one in s.where(lambda one: one.name == "dict") if one.parts[1] == element]
    lists = expression(s, list_of(element), min(depth, 1))
    options += [lists, lists, f"reversed({lists})"]
    if element in (INT, STR) and s.chance(0.1):
        options.append(leaf(s, set_of(element)))
    return s.pick(options)
