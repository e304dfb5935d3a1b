"""Random expressions of a wanted kind. Most of them evaluate; some fail on purpose, as indices do."""

from __future__ import annotations

from collections.abc import Callable

from tests.differential.kinds import BOOL, FLOAT, INT, NONE, STR, Kind, dict_of, list_of, set_of, tuple_of
from tests.differential.scope import Callee, Scope

Maker = Callable[[Scope, Kind, int], "str | None"]
TRIES = 8


def expression(s: Scope, kind: Kind, depth: int) -> str:
    """Source text of an expression of the kind, in parentheses where it needs them."""
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


# -- of every kind ----------------------------------------------------------------------------------------------------


def _conditional(s: Scope, kind: Kind, depth: int) -> str:
    return f"({expression(s, kind, depth)} if {expression(s, BOOL, depth)} else {expression(s, kind, depth)})"


def _either(s: Scope, kind: Kind, depth: int) -> str:
    return f"({expression(s, kind, depth)} {s.pick(('and', 'or'))} {expression(s, kind, depth)})"


def _walrus(s: Scope, kind: Kind, depth: int) -> str | None:
    if not s.walrus or s.chance(0.5):
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
        for field, part in getattr(s.classes.get((one.parts or (one,))[0].name), "fields", ())
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
    _conditional, _either, _walrus, _item, _item, _value_of_key, _part, _field, _field, _method, _function,
    _function, _popped,
)


# -- indices and slices -----------------------------------------------------------------------------------------------


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
            f"range({expression(s, INT, min(depth, 1))} % 5)", f"range({s.random.randint(0, 4)})",
            f"range({leaf(s, INT)}, {leaf(s, INT)} % 6)", f"range({s.random.randint(0, 5)}, -1, -1)",
        ]
        if s.chance(0.15):
            options.append(f"range(0, 6, {expression(s, INT, 1)})")
    if element == STR:
        options.append(leaf(s, STR))
    if element == tuple_of(INT, INT):
        options += [f"enumerate({leaf(s, list_of(INT))})", f"zip({leaf(s, list_of(INT))}, {leaf(s, list_of(INT))})"]
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


# -- int --------------------------------------------------------------------------------------------------------------


def _arithmetic(s: Scope, kind: Kind, depth: int) -> str:
    op = s.pick(("+", "+", "-", "-", "*", "//", "%"))
    left = expression(s, BOOL if s.chance(0.04) else INT, depth)
    return f"({left} {op} {expression(s, INT, depth)})"


def _int_function(s: Scope, kind: Kind, depth: int) -> str:
    a, b = expression(s, INT, depth), leaf(s, INT)
    return s.pick((
        f"abs({a})", f"-({a})", f"(-{b})", f"min({a}, {b})", f"max({a}, {b}, 1)", f"int({expression(s, FLOAT, depth)})",
        f"int({expression(s, BOOL, depth)})", f"({a}) ** 2", f"pow({a}, 2)", f"divmod({a}, {b})[{s.pick('01')}]",
        f"round({a})", f"int({s.pick(('12', '-3', 'x', ''))!r})", f"({a} << 1)", f"({a} >> 1)", f"({a} & 1)", f"+{b}",
    ))


def _of_list(s: Scope, kind: Kind, depth: int) -> str:
    xs = expression(s, list_of(INT), depth)
    e = leaf(s, INT)
    return s.pick((
        f"sum({xs})", f"sum({xs}, {e})", f"max({xs})", f"min({xs})", f"min({xs}, default={e})", f"len({xs})",
        f"{leaf(s, list_of(INT))}.index({e})", f"{leaf(s, list_of(INT))}.count({e})", f"({xs})[{index(s, depth)}]",
    ))


def _length(s: Scope, kind: Kind, depth: int) -> str:
    found = s.where(lambda one: one.name in ("list", "dict", "set", "str"))
    name = s.pick(found)[0] if found and s.chance(0.7) else expression(s, STR, depth)
    return f"len({name})"


def _reduction(s: Scope, kind: Kind, depth: int) -> str:
    with s.binding():
        given = iterable(s, INT, depth)
    with s.binding(q=INT):
        body, test = expression(s, INT, min(depth, 1)), expression(s, BOOL, min(depth, 1))
    guard = f" if {test}" if s.chance(0.5) else ""
    return s.pick((f"sum({body} for q in {given}{guard})", f"max([{body} for q in {given}{guard}])"))


def _in_text(s: Scope, kind: Kind, depth: int) -> str:
    text = leaf(s, STR)
    return s.pick((f"{text}.find({leaf(s, STR)})", f"{text}.index({leaf(s, STR)})", f"len({text})"))


# -- bool -------------------------------------------------------------------------------------------------------------


def _comparison(s: Scope, kind: Kind, depth: int) -> str:
    of = s.pick((INT, INT, INT, INT, FLOAT, STR, list_of(INT), tuple_of(INT, INT), set_of(INT)))
    ops = ("==", "!=", "<", "<=", ">", ">=") if of.name in ("int", "float", "str") else ("==", "!=")
    other = FLOAT if of == INT and s.chance(0.15) else of
    names = s.named(of)
    left = s.pick(names) if names and s.chance(0.7) else expression(s, of, depth)
    text = f"{left} {s.pick(ops)} {expression(s, other, depth)}"
    return f"({text} {s.pick(ops)} {leaf(s, of)})" if s.chance(0.25) else f"({text})"


def _membership(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name in ("list", "dict", "set", "str"))
    if not found:
        return None
    name, one = s.pick(found)
    inner = one.parts[0] if one.parts else STR
    return f"({expression(s, inner, min(depth, 1))} {s.pick(('in', 'not in'))} {name})"


def _logic(s: Scope, kind: Kind, depth: int) -> str:
    a = expression(s, BOOL, depth)
    return f"(not {a})" if s.chance(0.4) else f"({a} {s.pick(('and', 'or', '==', '!='))} {expression(s, BOOL, depth)})"


def _is(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name in ("optional", "list", "dict") or one.name in s.classes)
    if not found:
        return None
    name, one = s.pick(found)
    other = s.pick([n for n, k in found if k == one])
    right = "None" if one.name == "optional" or s.chance(0.3) else other
    return f"({name} {s.pick(('is', 'is not'))} {right})"


def _isinstance(s: Scope, kind: Kind, depth: int) -> str | None:
    found = s.where(lambda one: one.name != "int")
    if not found:
        return None
    options = ["int", "bool", "float", "str", "list", "(int, str)", "tuple", *s.classes]
    return f"isinstance({s.pick(found)[0]}, {s.pick(options)})"


def _all(s: Scope, kind: Kind, depth: int) -> str:
    with s.binding():
        given = iterable(s, INT, depth)
    with s.binding(q=INT):
        body = expression(s, BOOL, min(depth, 1))
    return s.pick((
        f"any({body} for q in {given})", f"all({body} for q in {given})", f"all({leaf(s, list_of(BOOL))})",
        f"any([{body} for q in {given}])",
    ))


def _truth(s: Scope, kind: Kind, depth: int) -> str:
    of = s.any_kind()
    return f"bool({leaf(s, of)})" if s.chance(0.6) else f"(not {leaf(s, of)})"


def _text_test(s: Scope, kind: Kind, depth: int) -> str:
    return f"{leaf(s, STR)}.{s.pick(('startswith', 'endswith'))}({leaf(s, STR)})"


def _subset(s: Scope, kind: Kind, depth: int) -> str:
    a, b = leaf(s, set_of(INT)), leaf(s, set_of(INT))
    return s.pick((f"{a}.issuperset({b})", f"{a}.issubset({b})", f"{a}.isdisjoint({b})"))


# -- float, str -------------------------------------------------------------------------------------------------------


def _double(s: Scope, kind: Kind, depth: int) -> str:
    a = expression(s, FLOAT, depth)
    b = expression(s, INT if s.chance(0.25) else FLOAT, depth)
    n, m = expression(s, INT, depth), leaf(s, INT)
    return s.pick((
        f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} / {b})", f"({n} / {m})", f"abs({a})", f"float({n})",
        f"(-{a})", f"float({leaf(s, BOOL)})", f"({n} * {a})",
    ))


def _text(s: Scope, kind: Kind, depth: int) -> str:
    a, b, c = expression(s, STR, depth), leaf(s, STR), leaf(s, STR)
    return s.pick((
        f"({a} + {b})", f"({a} + {b})", f"{leaf(s, STR)}[{index(s, depth)}]", f"({a})[{sliced(s, depth)}]",
        f"str({leaf(s, INT)})", f"str({leaf(s, BOOL)})", f"{b}.replace({s.pick(('a', 'ab', 'b'))!r}, {c})",
        f"{b}.removeprefix({c})", f"{b}.removesuffix({c})",
    ))


# -- containers -------------------------------------------------------------------------------------------------------


def _list(s: Scope, kind: Kind, depth: int) -> str:
    one = kind.parts[0]
    xs = expression(s, kind, depth)
    options = [
        f"({xs} + {leaf(s, kind)})", f"({leaf(s, kind)})[{sliced(s, depth)}]", f"list({xs})", f"({xs}).copy()",
        f"list(reversed({leaf(s, kind)}))", f"[{expression(s, one, depth)}, {leaf(s, one)}]",
        f"({leaf(s, kind)} * {s.pick(('2', '0', '-1', leaf(s, INT)))})", f"list({iterable(s, one, depth)})",
    ]
    if one == INT:
        options += [f"sorted({xs})", f"sorted({xs}, reverse=True)", f"list(range({s.random.randint(0, 4)}))"]
    return s.pick(options) if s.chance(0.6) else _comprehension(s, kind, depth)


def _comprehension(s: Scope, kind: Kind, depth: int) -> str:
    source = s.pick((INT, INT, STR, kind.parts[0]))
    name = s.pick(("q", "r"))
    with s.binding():
        given = iterable(s, source, depth)
    with s.binding(**{name: source}):
        made = [expression(s, part, min(depth, 1)) for part in kind.parts]
        guard = f" if {expression(s, BOOL, min(depth, 1))}" if s.chance(0.5) else ""
    left, right = ("[", "]") if kind.name == "list" else ("{", "}")
    return f"{left}{': '.join(made)} for {name} in {given}{guard}{right}"


def _dict(s: Scope, kind: Kind, depth: int) -> str:
    if s.chance(0.35):
        return _comprehension(s, kind, depth)
    return s.pick((literal(s, kind), f"dict({leaf(s, kind)})", f"({leaf(s, kind)}).copy()"))


def _set(s: Scope, kind: Kind, depth: int) -> str:
    a, b = leaf(s, kind), leaf(s, kind)
    if s.chance(0.3):
        return _comprehension(s, kind, depth)
    return s.pick((
        f"({a} | {b})", f"({a} & {b})", f"({a} - {b})", f"set({leaf(s, list_of(kind.parts[0]))})", f"({a}).copy()",
        f"({a}).union({b})",
    ))


def _tuple(s: Scope, kind: Kind, depth: int) -> str:
    if kind == tuple_of(INT, INT) and s.chance(0.3):
        return f"divmod({expression(s, INT, depth)}, {leaf(s, INT)})"
    return "(" + ", ".join(expression(s, part, depth) for part in kind.parts) + ")"


def _optional(s: Scope, kind: Kind, depth: int) -> str:
    inner = kind.parts[0]
    maps = s.where(lambda one: one.name == "dict" and one.parts[1] == inner)
    if maps and s.chance(0.3):
        name, one = s.pick(maps)
        return f"{name}.get({leaf(s, one.parts[0])})"
    return "None" if s.chance(0.2) else expression(s, inner, depth)


MAKERS: dict[str, tuple[Maker, ...]] = {
    "int": (_arithmetic, _arithmetic, _arithmetic, _int_function, _of_list, _length, _reduction, _in_text),
    "bool": (
        _comparison, _comparison, _comparison, _membership, _logic, _is, _isinstance, _all, _truth, _text_test, _subset,
    ),
    "float": (_double,),
    "str": (_text,),
    "list": (_list,),
    "dict": (_dict,),
    "set": (_set,),
    "tuple": (_tuple,),
    "optional": (_optional,),
}

__all__ = ["NONE", "call", "construct", "dict_of", "expression", "index", "iterable", "leaf", "literal"]
