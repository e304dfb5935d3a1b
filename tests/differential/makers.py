"""Random expressions by kind: the operators and builtins of each."""

from __future__ import annotations

from tests.differential.expressions import Maker, expression, index, iterable, leaf, literal, sliced
from tests.differential.kinds import BOOL, FLOAT, INT, STR, Kind, list_of, set_of, tuple_of
from tests.differential.scope import Scope

# -- int -------------------------------------------------------------------------------------------


def _arithmetic(s: Scope, kind: Kind, depth: int) -> str:
    op = s.pick(("+", "+", "-", "-", "*", "//", "%"))
    left = expression(s, BOOL if s.chance(0.04) else INT, depth)
    return f"({left} {op} {expression(s, INT, depth)})"


def _int_function(s: Scope, kind: Kind, depth: int) -> str:
    a, b = expression(s, INT, depth), leaf(s, INT)
    return s.pick(
        (
            f"abs({a})",
            f"-({a})",
            f"(-{b})",
            f"min({a}, {b})",
            f"max({a}, {b}, 1)",
            f"int({expression(s, FLOAT, depth)})",
            f"int({expression(s, BOOL, depth)})",
            f"({a}) ** 2",
            f"pow({a}, 2)",
            f"divmod({a}, {b})[{s.pick('01')}]",
            f"round({a})",
            f"int({s.pick(('12', '-3', 'x', ''))!r})",
            f"({a} << 1)",
            f"({a} >> 1)",
            f"({a} & 1)",
            f"+{b}",
        )
    )


def _of_list(s: Scope, kind: Kind, depth: int) -> str:
    xs = expression(s, list_of(INT), depth)
    e = leaf(s, INT)
    return s.pick(
        (
            f"sum({xs})",
            f"sum({xs}, {e})",
            f"max({xs})",
            f"min({xs})",
            f"min({xs}, default={e})",
            f"len({xs})",
            f"{leaf(s, list_of(INT))}.index({e})",
            f"{leaf(s, list_of(INT))}.count({e})",
            f"({xs})[{index(s, depth)}]",
        )
    )


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


# -- bool ------------------------------------------------------------------------------------------


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
    return s.pick(
        (
            f"any({body} for q in {given})",
            f"all({body} for q in {given})",
            f"all({leaf(s, list_of(BOOL))})",
            f"any([{body} for q in {given}])",
        )
    )


def _truth(s: Scope, kind: Kind, depth: int) -> str:
    of = s.any_kind()
    return f"bool({leaf(s, of)})" if s.chance(0.6) else f"(not {leaf(s, of)})"


def _text_test(s: Scope, kind: Kind, depth: int) -> str:
    return f"{leaf(s, STR)}.{s.pick(('startswith', 'endswith'))}({leaf(s, STR)})"


def _subset(s: Scope, kind: Kind, depth: int) -> str:
    a, b = leaf(s, set_of(INT)), leaf(s, set_of(INT))
    return s.pick((f"{a}.issuperset({b})", f"{a}.issubset({b})", f"{a}.isdisjoint({b})"))


# -- float, str ------------------------------------------------------------------------------------


def _double(s: Scope, kind: Kind, depth: int) -> str:
    a = expression(s, FLOAT, depth)
    b = expression(s, INT if s.chance(0.25) else FLOAT, depth)
    n, m = expression(s, INT, depth), leaf(s, INT)
    return s.pick(
        (
            f"({a} + {b})",
            f"({a} - {b})",
            f"({a} * {b})",
            f"({a} / {b})",
            f"({n} / {m})",
            f"abs({a})",
            f"float({n})",
            f"(-{a})",
            f"float({leaf(s, BOOL)})",
            f"({n} * {a})",
        )
    )


def _text(s: Scope, kind: Kind, depth: int) -> str:
    a, b, c = expression(s, STR, depth), leaf(s, STR), leaf(s, STR)
    return s.pick(
        (
            f"({a} + {b})",
            f"({a} + {b})",
            f"{leaf(s, STR)}[{index(s, depth)}]",
            f"({a})[{sliced(s, depth)}]",
            f"str({leaf(s, INT)})",
            f"str({leaf(s, BOOL)})",
            f"{b}.replace({s.pick(('a', 'ab', 'b'))!r}, {c})",
            f"{b}.removeprefix({c})",
            f"{b}.removesuffix({c})",
        )
    )


# -- containers ------------------------------------------------------------------------------------


def _list(s: Scope, kind: Kind, depth: int) -> str:
    one = kind.parts[0]
    xs = expression(s, kind, depth)
    options = [
        f"({xs} + {leaf(s, kind)})",
        f"({leaf(s, kind)})[{sliced(s, depth)}]",
        f"list({xs})",
        f"({xs}).copy()",
        f"list(reversed({leaf(s, kind)}))",
        f"[{expression(s, one, depth)}, {leaf(s, one)}]",
        f"({leaf(s, kind)} * {s.pick(('2', '0', '-1', leaf(s, INT)))})",
        f"list({iterable(s, one, depth)})",
    ]
    if one.name in ("float", "str", "bool") or one == tuple_of(INT, STR):
        options += [f"sorted({xs})", f"sorted({xs}, reverse=True)"]
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
    return s.pick(
        (
            f"({a} | {b})",
            f"({a} & {b})",
            f"({a} - {b})",
            f"set({leaf(s, list_of(kind.parts[0]))})",
            f"({a}).copy()",
            f"({a}).union({b})",
        )
    )


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


def _union(s: Scope, kind: Kind, depth: int) -> str:
    return expression(s, s.pick(kind.parts), depth)


MAKERS: dict[str, tuple[Maker, ...]] = {
    "int": (_arithmetic, _arithmetic, _arithmetic, _int_function, _of_list, _length, _reduction, _in_text),
    "bool": (
        _comparison,
        _comparison,
        _comparison,
        _membership,
        _logic,
        _is,
        _isinstance,
        _all,
        _truth,
        _text_test,
        _subset,
    ),
    "float": (_double,),
    "str": (_text,),
    "list": (_list,),
    "dict": (_dict,),
    "set": (_set,),
    "tuple": (_tuple,),
    "optional": (_optional,),
    "union": (_union,),
}
