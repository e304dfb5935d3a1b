"""Uses of the standard library: calls, methods, attributes and operators of which `library_table` tells.

Law: a use that a line of the table takes gives some value of its result's type, or raises one of the exceptions that
the line names, and changes nothing that the caller can reach. That CPython does so is the assumption
`library-as-documented`. Code that was read and sets an attribute of the module or class makes the line void.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from verheal.contracts.core.build import either, le, lt, same, text
from verheal.contracts.core.expr import FALSE, TRUE, App, Const, Expr, integer
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import (
    BOOL,
    INT,
    NEVER,
    NONE,
    STR,
    BoolT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NoneT,
    StrT,
    Type,
    UnionT,
    is_unknown,
    join,
)
from verheal.contracts.lowering import library_table, octets
from verheal.contracts.lowering.arguments import impossible, line_of
from verheal.contracts.lowering.float_calls import FLOAT_MEANINGS
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_bytes import CODECS, LENIENT, SLICED
from verheal.contracts.lowering.library_entries import Entry, chain, chosen, entries, known, of_value, paired
from verheal.contracts.lowering.number_calls import MEANINGS
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.program import External, Program
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

# A replacement whose backslashes stand for themselves or for one character: it names no group.
OF_NUMBERS = ("math.",)  # how the names of functions begin that read nothing but their arguments
PLAIN_TEMPLATE = re.compile(r"(?s:[^\\]|\\[^0-9A-Za-z]|\\[abfnrtv])*")


def methods(program: Program, kind: LibraryT, name: str) -> tuple[Entry, ...]:
    """The lines of an attribute of an instance, unless code that was read may set one of this name somewhere."""
    found = of_value(kind, name)
    stored = (name, "") in program.all_touched().stored
    stored = stored or program.derived(kind.label[0])
    stored = stored or any((one.partition("[")[0], name) in program.patches() for one in chain(kind.label[0]))
    return () if not found or stored else found


def call(f: Frame, dotted: str, node: ast.Call) -> Val | None:
    """A call of a function or class by its dotted name; None, and nothing evaluated, where the table has no such."""
    found = known(f.round.program, dotted)
    return _applied(f, found, dotted, node) if any(one.parameters is not None for one in found) else None


def of_values(f: Frame, dotted: str, values: list[Val], node: ast.Call) -> Val:
    """A call with arguments that are evaluated already."""
    return _split(f, known(f.round.program, dotted), values, {}, dotted, node, 0)


def method(f: Frame, value: Val, name: str, node: ast.Call) -> Val | None:
    """value.name(...); None, and nothing evaluated, where the table has no such method."""
    assert isinstance(value.type, LibraryT)
    found = methods(f.round.program, value.type, name)
    if not any(one.parameters is not None for one in found):
        return None
    if name == "group" and (told := _group(f, value, node)) is not None:
        return told
    return _applied(f, found, f"{value.type.label[0]}.{name}", node)


def _group(f: Frame, value: Val, node: ast.Call) -> Val | None:
    """m.group(g) of a group that a pattern which is plain to see has."""
    from verheal.contracts.lowering import groups

    match node:
        case ast.Call(func=ast.Attribute(value=subject), args=[ast.Constant(value=asked)], keywords=[]):
            pass
        case _:
            return None
    known = groups.groups_of(f, subject) if value.type == LibraryT(("re.Match[str]",)) else None
    if known is None or type(asked) not in (int, str) or asked not in known[0]:
        return None
    _record(f, "re.Match[str].group")
    return f.havoc(STR if asked in known[1] else join(STR, NONE), "group")


def attribute(f: Frame, value: Val, name: str) -> Val | None:
    """value.name"""
    assert isinstance(value.type, LibraryT)
    found = methods(f.round.program, value.type, name)
    return given(f, found[0]) if found and found[0].parameters is None else None


def constant(f: Frame, dotted: str) -> Val | None:
    """A constant of a module."""
    found = known(f.round.program, dotted)
    return given(f, found[0]) if found and found[0].parameters is None else None


def operator(f: Frame, a: Val, dunder: str, others: list[Val], node: ast.AST) -> Val | None:
    """a.__dunder__(*others), the values no unions; None where the table does not tell."""
    if not isinstance(a.type, LibraryT):
        return None
    if (exact := octets.operator(f, a, dunder, others, node)) is not None:
        _record(f, f"builtins.bytes.{dunder}")
        return exact
    one = chosen(methods(f.round.program, a.type, dunder), tuple(other.type for other in others), {})
    return None if one is None else _taken(f, one, others, {}, node)


def binary(f: Frame, dunder: str, a: Val, b: Val, node: ast.AST) -> Val | None:
    """a op b, one of which is of the library; `dunder` is the method of the operator."""
    found = operator(f, a, dunder, [b], node)
    return found if found is not None else operator(f, b, f"__r{dunder.removeprefix('__')}", [a], node)


def truth(f: Frame, value: Val, node: ast.AST) -> Expr | None:
    """bool(value)"""
    assert isinstance(value.type, LibraryT)
    name = value.type.label[0]
    if name in library_table.ALWAYS_TRUE and not f.round.program.derived(name):
        _record(f, name)
        return TRUE
    found = operator(f, value, "__bool__", [], node)
    if found is None and (size := length(f, value, node)) is not None:
        return lt(integer(0), size.expr)
    return None if found is None else found.expr


def length(f: Frame, value: Val, node: ast.AST) -> Val | None:
    """len(value)"""
    found = operator(f, value, "__len__", [], node)
    if found is not None and not f.round.dead:
        f.assume(le(integer(0), found.expr), "a length")
    return found


def items(f: Frame, value: Val) -> Val | None:
    """The items of bytes, as a new list; None of what is no such."""
    if octets.is_bytes(f, value.type):
        return octets.items(f, value)
    changing = isinstance(value.type, LibraryT) and value.type.label[0] in SLICED
    return _new_list(f, ListT(INT)) if changing else None


def _applied(f: Frame, found: tuple[Entry, ...], name: str, node: ast.Call) -> Val:
    from verheal.contracts.lowering import calls

    classes = {part for part in [*node.args, *(k.value for k in node.keywords)] if _is_warning(f, part)}
    if any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords):
        return calls.unknown(f, node, name)
    values = [_class_or_value(f, part, classes) for part in node.args]
    words = {str(k.arg): _class_or_value(f, k.value, classes) for k in node.keywords}
    if f.round.dead or impossible([v for v in (*values, *words.values()) if v is not CLASS]):
        return BOTTOM
    return _split(f, found, values, words, name, node, 0)


def _kind(f: Frame, value: Val) -> Type:
    return value.type if value is CLASS else f.resolve(value.type)


CLASS = Val(NONE_VAL.expr, NEVER)  # stands for a class of warnings


def _class_or_value(f: Frame, node: ast.expr, classes: set[ast.expr]) -> Val:
    from verheal.contracts.lowering.expressions import lower

    return CLASS if node in classes else lower(f, node)


def _split(
    f: Frame, found: tuple[Entry, ...], values: list[Val], words: dict[str, Val], name: str, node: ast.Call, at: int
) -> Val:
    """For each case of the arguments that are unions, unless a line takes them as they are."""
    from verheal.contracts.lowering import calls
    from verheal.contracts.lowering.expressions import split

    one = chosen(found, tuple(_kind(f, v) for v in values), {word: _kind(f, v) for word, v in words.items()})
    if one is not None:
        return _taken(f, one, values, words, node)
    for index in range(at, len(values)):
        if isinstance(values[index].type, UnionT):

            def case(part: Val, index: int = index) -> Val:
                return _split(f, found, [*values[:index], part, *values[index + 1 :]], words, name, node, index + 1)

            return split(f, values[index], case)
    return calls.called(f, (tuple(v for v in values if v is not CLASS), {}), name, node)


def _taken(f: Frame, one: Entry, values: list[Val], words: dict[str, Val], node: ast.AST) -> Val:
    """What the line says happens."""
    kinds = {word: _kind(f, value) for word, value in words.items()}
    places = paired(one, tuple(_kind(f, value) for value in values), kinds) or {}
    meaning = dict(MEANINGS).get(one.name)
    if meaning is not None:
        _record(f, one.name)
        exact = meaning(f, [to_int(value) for value in values], node)
        return BOTTOM if f.round.dead else f.val(exact)
    of_double = dict(FLOAT_MEANINGS).get(one.name)
    if of_double is not None:
        _record(f, one.name)
        exact = of_double(f, values[0], node)
        return BOTTOM if f.round.dead else f.val(exact)
    if any(failure.exception == "*" and not failure.unless for failure in one.failures):
        f.stuck(f"calls {one.name}, whose exceptions are not bounded, line {line_of(node)}", line_of(node))
    flags = _flags(f, node, places.get("flags"))

    def part(place: int | str) -> Val:
        return words[place] if isinstance(place, str) else values[place]

    for failure in one.failures:
        place = places.get(failure.unless)
        ruled = None if place is None else part(place)
        if failure.unless and ruled is None:
            continue  # the parameter is not given
        if failure.exception == "*" and not failure.unless:
            continue
        why = f"{one.name} fails {failure.exception}"
        test = _may(f, failure.unless, ruled, flags, _pure(why, values, words))
        if failure.exception != "*":
            f.fail_if(test, failure.exception, node)
        elif test != FALSE:
            f.stuck(f"calls {one.name}, whose exceptions are not bounded, line {line_of(node)}", line_of(node))
    found = given(f, one, _pure(one.name, values, words))
    if one.name == "builtins.int.from_bytes" and "signed" not in places and not f.round.dead:
        octets.number(f, part(places["bytes"]), part(places["byteorder"]), found.expr)
    if one.name in library_table.TRANSLATING:
        texts = [value.expr for value in (*values, *words.values()) if isinstance(value.type, StrT)]
        known = tuple(part.value for part in texts if isinstance(part, Const) and isinstance(part.value, str))
        if len(known) == len(texts):
            f.round.translated[found.expr] = known
    return found


def _pure(name: str, values: list[Val], words: dict[str, Val]) -> Pure | None:
    """What a function of numbers gives; None of others, which may read more than their arguments."""
    numbers = not words and all(isinstance(value.type, IntT | BoolT | FloatT) for value in values)
    return Pure(name, tuple(value.expr for value in values)) if numbers and name.startswith(OF_NUMBERS) else None


def given(f: Frame, one: Entry, of: Pure | None = None) -> Val:
    """Some value of the line's result; `of` as of `Frame.havoc`."""
    _record(f, one.name)
    if f.round.dead:
        return BOTTOM
    if isinstance(one.result, ListT):
        return _new_list(f, one.result)
    if is_unknown(one.result):
        return f.opaque()
    return NONE_VAL if one.result == NONE_VAL.type else f.havoc(one.result, one.name.rpartition(".")[2], of)


def _record(f: Frame, name: str) -> None:
    f.round.assumptions.setdefault("library-as-documented")
    if f.round.program.exact and not name.startswith(OF_NUMBERS):
        f.stuck(f"{name} of the library is not compared", 0)
    if name.startswith(library_table.REPORTING):
        f.round.assumptions.setdefault("reports-arrive")


def _new_list(f: Frame, kind: ListT) -> Val:
    from verheal.contracts.core.types import MapT
    from verheal.contracts.lowering import containers

    n = f.havoc(INT, "n").expr
    f.assume(le(integer(0), n), "a length")
    return containers.new_list(f, kind, f.havoc(MapT(INT, kind.element), "row").expr, n)


def _may(f: Frame, rule: str, value: Val | None, flags: int | None, of: Pure | None) -> Expr:
    """May an exception leave, as the rule of this parameter, if there is one, has it?"""
    if value is None:
        return f.havoc(BOOL, "fails", of).expr
    known_text = value.expr.value if isinstance(value.expr, Const) and isinstance(value.type, StrT) else None
    may: Callable[[], Expr] = lambda: f.havoc(BOOL, "fails", of).expr  # noqa: E731
    match rule, value.type:
        case "pattern", _:
            sure = isinstance(known_text, str) and flags is not None and compiles(known_text, flags)
            return FALSE if sure else may()
        case "key", StrT():
            plain = isinstance(known_text, str) and known_text.isascii() and "\0" not in known_text
            return FALSE if plain else may()
        case "sep", _:
            return FALSE if f.round.octets.get(value.expr) or isinstance(value.type, NoneT) else may()
        case "encoding", _:
            return FALSE if known_text in CODECS else may()
        case "byteorder", _:
            return FALSE if known_text in ("big", "little") else may()
        case "errors", _:
            return FALSE if known_text in LENIENT else may()
        case "repl", StrT() if isinstance(known_text, str) and PLAIN_TEMPLATE.fullmatch(known_text):
            return FALSE
        case "repl", StrT():
            return _both(App("str.contains", (value.expr, text("\\")), BOOL), may())
        case "group", IntT():
            return _both(App("not", (same(value.expr, integer(0)),), BOOL), may())
        case _, IntT():
            outside = either(lt(value.expr, integer(-(10**7))), lt(integer(10**7), value.expr))
            return _both(outside, may())
        case _, BoolT():
            return FALSE if rule != "group" else may()
        case _:
            return may()


def _both(rule: Expr, may: Expr) -> Expr:
    from verheal.contracts.core.build import both

    return both(rule, may)


def _flags(f: Frame, node: ast.AST, place: int | str | None) -> int | None:
    """The flags of `re` that are written there in a call: 0 where none are, None where they are not plain."""
    def of(part: ast.expr) -> int | None:
        match part:
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                one, other = of(left), of(right)
                return None if one is None or other is None else one | other
            case ast.Name() | ast.Attribute():
                found = f.meaning(ast.unparse(part))
                name = found.dotted.removeprefix("re.") if isinstance(found, External) else ""
                return int(getattr(re, name)) if f"re.{name}" in entries() and name.isupper() else None
            case _:
                return None

    if place is None:
        return 0
    assert isinstance(node, ast.Call)
    words = {word.arg: word.value for word in node.keywords}
    return of(words[place] if isinstance(place, str) else node.args[place])


def compiles(pattern: str, flags: int) -> bool:
    """Does `re` take it, without warning? Asked of this CPython, whose minor version every verdict assumes."""
    import warnings

    if len(pattern) > 2_000:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern, flags)
        except (re.error, OverflowError, RecursionError, ValueError, Warning, MemoryError):
            return False
    return True


def _is_warning(f: Frame, node: ast.expr) -> bool:
    """Is it, by its name, a class of warnings that takes a text as any exception does?"""
    from verheal.contracts.lowering.raising import own_constructor
    from verheal.contracts.lowering.trying import exception_name, mro

    name = exception_name(f, node)
    return name is not None and "Warning" in mro(f.round.program, name) and not own_constructor(f, name)


__all__ = [
    *("attribute", "binary", "call", "constant", "items", "known", "length", "method", "of_values", "operator"),
    "truth",
]
