"""str(x), repr(x) and format(x, spec): what they may raise, for values of every type; the text where it is exact.

Law (language reference, "Format String Syntax"; `object.__format__`): without a specification formatting is str(x),
str(x) without a `__str__` is repr(x), and the repr of a container is made of the reprs of what it holds.
"""

from __future__ import annotations

import ast
import re

from verheal.contracts.core.build import both, choose, either, item_of, le, lt, no, same, select, sub, text
from verheal.contracts.core.expr import App, Const, Expr, forall, integer
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import (
    BOOL,
    INT,
    STR,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.arguments import always_fails, line_of, unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.instances import certainly_int
from verheal.contracts.lowering.operators import to_float, to_int
from verheal.contracts.lowering.values import BOTTOM, Val

SPEC = re.compile(r"(?:.?[<>=^])?[-+ ]?z?#?0?\d{0,4}[,_]?(?:\.\d{1,4})?([a-zA-Z%]?)", re.DOTALL)
SAMPLES: tuple[tuple[type, object], ...] = ((StrT, "abc"), (IntT, 5), (BoolT, 5), (FloatT, 1.5))


def text_of(f: Frame, value: Val, node: ast.AST, how: str = "str", shown: ast.AST | None = None) -> Val:
    """str(value), repr(value) when `how` is "repr", format(value) when it is "format"; `shown` gave the value."""
    from verheal.contracts.lowering.expressions import split
    from verheal.contracts.lowering.sequences import builtin_name

    if isinstance(value.type, IntT) and isinstance(shown, ast.Call) and builtin_name(f, shown.func) == "len":
        return f.val(App("int.to_str", (value.expr,), STR))  # at most sys.maxsize: data model, "object.__len__"
    exact = shown is not None and certainly_int(f, value, shown)
    return split(f, value, lambda one: _text(f, one, node, how, exact))


def any_text(f: Frame, node: ast.AST, of: Pure | None = None) -> Val:
    """A string that is not computed; `of` as of `Frame.havoc`."""
    unmodelled(f, "formats a value", node)
    return f.havoc(STR, "text", of)


def _text(f: Frame, value: Val, node: ast.AST, how: str, exact: bool) -> Val:
    match value.type:
        case NeverT():
            return BOTTOM
        case StrT() if how != "repr":
            return value
        case IntT():
            return _digits(f, value, node, exact)
        case BoolT():
            return f.val(choose(value.expr, text("True"), text("False")))
        case NoneT():
            return f.val(text("None"))
        case StrT() | FloatT():
            return any_text(f, node, Pure("repr", (value.expr,)))
        case EnumT(key):
            return _member(f, value, key, node, how)
        case TupleT() | ListT() | SetT() | DictT():
            return _container(f, value, node)
        case ClassT():
            from verheal.contracts.lowering.printing import object_text

            return object_text(f, value, node, how)
        case LibraryT() if (told := _of_library(f, value, node, how)) is not None:
            return told
        case _:
            f.stuck(f"formats a value, line {line_of(node)}", line_of(node))
            return f.havoc(STR, "text")


def _of_library(f: Frame, value: Val, node: ast.AST, how: str) -> Val | None:
    """By its `__repr__`, or else by its `__str__`, which `format` without a specification calls."""
    from verheal.contracts.lowering import library

    return library.operator(f, value, "__repr__" if how == "repr" else "__str__", [], node)


def too_long(value: Expr) -> Expr:
    """Has the int more than 4300 digits (sys.get_int_max_str_digits)? No literal is as long."""
    if isinstance(value, Const) and isinstance(value.value, int):
        return Const(abs(value.value) >= 10**4300, BOOL)
    half = integer(10**2150)
    bound = App("int.mul", (half, half), INT)
    return either(le(bound, value), le(value, sub(integer(0), bound)))


def _digits(f: Frame, value: Val, node: ast.AST, exact: bool) -> Val:
    f.fail_if(too_long(value.expr), "ValueError", node)
    digits = App("int.to_str", (value.expr,), STR)
    if exact or f.round.program.exact:
        return f.val(digits)
    # An element or a field that is annotated int may hold a bool, which prints as a word.
    bit = both(le(integer(0), value.expr), le(value.expr, integer(1)), f.havoc(BOOL, "is_bool").expr)
    word = choose(same(value.expr, integer(0)), text("False"), text("True"))
    return f.val(choose(bit, word, digits))


def _member(f: Frame, value: Val, key: str, node: ast.AST, how: str) -> Val:
    """A member of an enumeration: by a method that its class writes, else by Enum's own, which never fails."""
    from verheal.contracts.lowering import calls, enums

    own = f.round.program.describe(key).method
    assert isinstance(value.type, EnumT)
    # Whether an IntEnum or StrEnum with a __str__ of its own is formatted by it depends on the version of CPython.
    formats = ("__format__",) if value.type.mixin else ("__format__", "__str__")
    for dunder in {"repr": ("__repr__",), "format": formats}.get(how, ("__str__",)):
        if own(dunder):
            given = (f.val(text("")),) if dunder == "__format__" else ()
            return a_string(f, calls.inline_method(f, value, key, dunder, given, {}, node), node)
    if how != "repr" and value.type.mixin:
        if own("__str__"):
            f.stuck(f"formats a value, line {line_of(node)}", line_of(node))
            return f.havoc(STR, "text")
        return _text(f, enums.value_of(f, value), node, "str", True)
    return any_text(f, node)


def a_string(f: Frame, value: Val, node: ast.AST) -> Val:
    """What a method such as `__str__` gave: TypeError unless it is a string."""
    from verheal.contracts.lowering.expressions import split

    def one(case: Val) -> Val:
        match case.type:
            case StrT() | NeverT():
                return case
            case OpaqueT() | EnumT() | ClassT():
                f.stuck(f"formats by a method that may give no string, line {line_of(node)}", line_of(node))
                return f.havoc(STR, "text")
            case _:
                return always_fails(f, "TypeError", node)

    return split(f, value, one)


def _container(f: Frame, value: Val, node: ast.AST) -> Val:
    """Its items' reprs; where it is not known which of them is an int of too many digits, any may be."""
    kind = f.resolve(value.type)
    if not plain(kind):
        f.stuck(f"formats a value, line {line_of(node)}", line_of(node))
    elif isinstance(kind, ListT) and isinstance(kind.element, IntT):
        n, row, k = containers.size(f, value).expr, containers.row(f, value), f.round.fresh("k", INT)
        fits = forall(k, integer(0), n, no(too_long(select(row, k))))
        f.fail_if(no(fits), "ValueError", node)
    elif isinstance(kind, TupleT):
        for index, item in enumerate(kind.items):
            text_of(f, Val(item_of(value.expr, index), item), node, "repr")
    elif _holds_ints(kind):
        f.fail_if(f.havoc(BOOL, "long").expr, "ValueError", node)
    return BOTTOM if f.round.dead else any_text(f, node)


def _holds_ints(kind: Type) -> bool:
    match kind:
        case IntT():
            return True
        case ListT(element) | SetT(element):
            return _holds_ints(element)
        case DictT(key, value):
            return _holds_ints(key) or _holds_ints(value)
        case TupleT(items) | UnionT(items):
            return any(_holds_ints(item) for item in items)
        case _:
            return False


def plain(kind: Type) -> bool:
    """Are the values of the type, and all that they hold, free of user-written classes?"""
    match kind:
        case ClassT() | OpaqueT() | EnumT():
            return False
        case ListT(element) | SetT(element):
            return plain(element)
        case DictT(key, value):
            return plain(key) and plain(value)
        case TupleT(items) | UnionT(items):
            return all(plain(item) for item in items)
        case _:
            return True


def formatted(f: Frame, value: Val, spec: str, node: ast.AST) -> Val:
    """format(value, spec)"""
    from verheal.contracts.lowering.expressions import split

    if not spec:
        return text_of(f, value, node, "format")
    return split(f, value, lambda one: _formatted(f, one, spec, node))


def _formatted(f: Frame, value: Val, spec: str, node: ast.AST) -> Val:
    read = SPEC.fullmatch(spec)
    match value.type:
        case NeverT():
            return BOTTOM
        case NoneT() | ListT() | SetT() | DictT() | TupleT():
            return always_fails(f, "TypeError", node)  # object.__format__ takes no specification
        case StrT() | IntT() | BoolT() | FloatT() if read is not None:
            sample = next(example for kind, example in SAMPLES if isinstance(value.type, kind))
            try:
                format(sample, spec)  # whether a specification is good depends on the type alone
            except ValueError:
                return always_fails(f, "ValueError", node)
            if isinstance(value.type, IntT | BoolT):
                _number(f, value, read[1], node)
            return BOTTOM if f.round.dead else any_text(f, node, Pure(f"format {spec}", (value.expr,)))
        case _:
            f.stuck(f"formats a value by a specification, line {line_of(node)}", line_of(node))
            return f.havoc(STR, "text")


def _number(f: Frame, value: Val, kind: str, node: ast.AST) -> None:
    """What an int raises under a presentation type: too many digits, too large for a double, no code point."""
    number = to_int(value)
    match kind:
        case "" | "d" | "n":
            f.fail_if(too_long(number), "ValueError", node)
        case "c":
            f.fail_if(no(both(le(integer(0), number), lt(number, integer(0x110000)))), "OverflowError", node)
        case "e" | "E" | "f" | "F" | "g" | "G" | "%":
            to_float(f, Val(number, INT), node)
        case _:
            pass


def joined(f: Frame, values: list[ast.expr], node: ast.AST) -> Val:
    """An f-string: each part is evaluated and formatted before the next one."""
    from verheal.contracts.lowering.expressions import lower

    parts: list[Expr] = []
    for part in values:
        match part:
            case ast.FormattedValue(value=inner):
                found = _field(f, lower(f, inner), part)
                if isinstance(found.type, NeverT):
                    return BOTTOM
                parts.append(found.expr)
            case ast.Constant(value=str() as literal):
                parts.append(text(literal))
    whole: Expr = text("")
    for one in parts:
        whole = one if whole == text("") else App("str.concat", (whole, one), STR)
    return f.val(whole)


def _field(f: Frame, value: Val, part: ast.FormattedValue) -> Val:
    if isinstance(value.type, NeverT):
        return BOTTOM
    if part.conversion in (114, 97):
        value = text_of(f, value, part, "repr", part.value)
    elif part.conversion == 115:
        value = text_of(f, value, part, "str", part.value)
    if part.conversion == 97:
        value = any_text(f, part)
    match part.format_spec:
        case None:
            return text_of(f, value, part, "format", part.value)
        case ast.JoinedStr(values=[ast.Constant(value=str() as spec)]):
            return formatted(f, value, spec, part)
        case ast.JoinedStr(values=[]):
            return text_of(f, value, part, "format", part.value)
        case ast.JoinedStr(values=inner):
            joined(f, inner, part)
    f.stuck(f"formats a value by a computed specification, line {line_of(part)}", line_of(part))
    return f.havoc(STR, "text")

