"""`"...".format(...)` and `"..." % ...` where the template is a literal: each field is formatted in order.

Law (library reference, "Format String Syntax" and "printf-style String Formatting"): a template that names an argument
which is not given raises; a conversion raises by the type of its value. That a translation of a literal does as one of
the texts that it stands for is the assumption `translations-keep-fields`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter

from verheal.contracts.core.build import both, le, lt, no, same
from verheal.contracts.core.expr import App, Const, integer
from verheal.contracts.core.types import (
    BOOL,
    INT,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    IntT,
    ListT,
    NeverT,
    OpaqueT,
    StrT,
    TupleT,
)
from verheal.contracts.lowering import containers, lookups
from verheal.contracts.lowering.arguments import always_fails, impossible
from verheal.contracts.lowering.formatting import any_text, formatted, text_of, too_long
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import to_float, to_int
from verheal.contracts.lowering.values import BOTTOM, Val

Field = tuple[str, str, str]  # what it names, its conversion, its specification
CONVERSION = re.compile(r"%(?:\((\w*)\))?[#0\- +]*\d{0,4}(?:\.\d{0,4})?([diouxXeEfFgGcrsa])")


@dataclass(frozen=True)
class Conversion:
    """`%(key)s`: `key` is None where the values come in order."""

    key: str | None
    kind: str


def literal(value: Val) -> str | None:
    """The string that a value is known to be."""
    found = value.expr.value if isinstance(value.expr, Const) else None
    return found if isinstance(found, str) and isinstance(value.type, StrT) else None


def texts_of(f: Frame, value: Val) -> tuple[str, ...]:
    """The templates as one of which the value formats; none where that is not known."""
    text = literal(value)
    if text is not None:
        return (text,)
    found = f.round.translated.get(value.expr, ())
    if found:
        f.round.assumptions.setdefault("translations-keep-fields")
    return found


def as_one_of(f: Frame, texts: tuple[str, ...], work: Callable[[str], Val]) -> Val:
    """work(text) for whichever of the texts it is."""
    if len(texts) == 1:
        return work(texts[0])
    test = f.havoc(BOOL, "translated").expr
    return f.branch(test, lambda: work(texts[0]), lambda: as_one_of(f, texts[1:], work)) or BOTTOM


def format_method(f: Frame, receiver: Val, node: ast.Call) -> Val:
    """template.format(...)"""
    from verheal.contracts.lowering import calls

    texts = texts_of(f, receiver)
    given = calls.arguments(f, node)
    if given is None:
        return calls.unknown(f, node, "format of this template")
    if not texts or any(_fields(text) is None for text in texts):
        return _unread(f, given, node)
    if impossible([*given[0], *given[1].values()]):
        return BOTTOM
    return as_one_of(f, texts, lambda text: _formatted(f, text, given, node))


def _formatted(f: Frame, template: str, given: tuple[tuple[Val, ...], dict[str, Val]], node: ast.Call) -> Val:
    for name, conversion, spec in _fields(template) or []:
        index = int(name) if name.isdecimal() else None
        if index is not None and index >= len(given[0]):
            return always_fails(f, "IndexError", node)
        if index is None and name not in given[1]:
            return always_fails(f, "KeyError", node)
        value = given[1][name] if index is None else given[0][index]
        if conversion:
            value = text_of(f, value, node, "str" if conversion == "s" else "repr")
        formatted(f, value, spec, node)
        if f.round.dead:
            return BOTTOM
    return any_text(f, node)


def _unread(f: Frame, given: tuple[tuple[Val, ...], dict[str, Val]], node: ast.Call) -> Val:
    from verheal.contracts.lowering.calls import escape

    for value in (*given[0], *given[1].values()):
        escape(f, value)
    return f.unsupported("format of this template", node)


def _fields(template: str) -> list[Field] | None:
    """The fields in order, automatic numbers given; None for what is not followed: attributes, items, nested ones."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return None
    found: list[Field] = []
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        simple = name == "" or name.isdecimal() or name.isidentifier()
        if not simple or "{" in (spec or "") or conversion not in (None, "s", "r", "a"):
            return None
        found.append((name, conversion or "", spec or ""))
    names = [name for name, _, _ in found]
    if "" in names and any(name.isdecimal() for name in names):
        return None
    numbers = iter(range(len(found)))
    return [(str(next(numbers)) if name == "" else name, conversion, spec) for name, conversion, spec in found]


def percent(f: Frame, template: Val, value: Val, node: ast.AST) -> Val:
    """template % value"""
    texts = texts_of(f, template)
    if not texts:
        return f.unsupported("% on str", node)
    return as_one_of(f, texts, lambda text: _converted(f, text, value, node))


def _converted(f: Frame, template: str, value: Val, node: ast.AST) -> Val:
    conversions = _conversions(template)
    if conversions is None or isinstance(value.type, OpaqueT):
        return f.unsupported("% on str", node)
    keyed = [one for one in conversions if one.key is not None]
    if keyed and (len(keyed) < len(conversions) or isinstance(value.type, ClassT)):
        return f.unsupported("% on str", node)
    if keyed:
        return _by_key(f, conversions, value, node)
    from verheal.contracts.core.build import item_of

    values = [value]
    if isinstance(value.type, TupleT):
        values = [Val(item_of(value.expr, i), kind) for i, kind in enumerate(value.type.items)]
    for one, conversion in zip(values, conversions, strict=False):
        _convert(f, one, conversion.kind, node)
        if f.round.dead:
            return BOTTOM
    if len(values) == len(conversions) or (not conversions and isinstance(value.type, DictT | ListT)):
        return any_text(f, node)
    if not conversions and isinstance(value.type, ClassT):
        return f.unsupported("% on str", node)
    return always_fails(f, "TypeError", node)


def _conversions(template: str) -> list[Conversion] | None:
    """What stands behind each `%`; None where a part is not followed."""
    found, at = [], 0
    while (at := template.find("%", at)) >= 0:
        if template.startswith("%%", at):
            at += 2
            continue
        read = CONVERSION.match(template, at)
        if read is None:
            return None
        found.append(Conversion(read[1], read[2]))
        at = read.end()
    return found


def _by_key(f: Frame, conversions: list[Conversion], value: Val, node: ast.AST) -> Val:
    if not isinstance(value.type, DictT):
        return always_fails(f, "TypeError", node)
    from verheal.contracts.core.build import text

    for one in conversions:
        wanted = f.val(text(one.key or ""))
        if not lookups.can_tell(f, value.type.key, wanted, node):
            return any_text(f, node)
        key = lookups.key_of(f, value.type.key, wanted)
        if key is None:
            return always_fails(f, "KeyError", node)
        f.fail_if(no(containers.dict_has(f, value, key)), "KeyError", node)
        _convert(f, containers.dict_get(f, value, key, node), one.kind, node)
        if f.round.dead:
            return BOTTOM
    return any_text(f, node)


def _convert(f: Frame, value: Val, kind: str, node: ast.AST) -> None:
    from verheal.contracts.lowering.enums import as_plain
    from verheal.contracts.lowering.expressions import split

    if kind in "sra":
        text_of(f, value, node, "str" if kind == "s" else "repr")
    else:
        split(f, value, lambda one: _number(f, as_plain(f, one), kind, node))


def _number(f: Frame, value: Val, kind: str, node: ast.AST) -> Val:
    """What a conversion that wants a number, or with `c` a character, raises."""
    match kind, value.type:
        case _, NeverT():
            return BOTTOM
        case _, OpaqueT() | ClassT() | EnumT():
            return f.unsupported("% on str", node)
        case ("d" | "i" | "u"), IntT() | BoolT():
            f.fail_if(too_long(to_int(value)), "ValueError", node)
        case ("d" | "i" | "u"), FloatT():
            f.fail_if(App("float.isnan", (value.expr,), BOOL), "ValueError", node)
            f.fail_if(App("float.isinf", (value.expr,), BOOL), "OverflowError", node)
        case ("o" | "x" | "X"), IntT() | BoolT():
            pass
        case "c", IntT() | BoolT():
            number = to_int(value)
            f.fail_if(no(both(le(integer(0), number), lt(number, integer(0x110000)))), "OverflowError", node)
        case "c", StrT():
            f.fail_if(no(same(App("str.len", (value.expr,), INT), integer(1))), "TypeError", node)
        case ("e" | "E" | "f" | "F" | "g" | "G"), IntT() | BoolT() | FloatT():
            to_float(f, value, node)
        case _:
            return always_fails(f, "TypeError", node)
    return value
