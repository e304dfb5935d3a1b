"""Unary and binary operators on values of known type; every failure is a branch that raises."""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import add, choose, either, le, lt, no, real, same, sub
from verheal.contracts.core.expr import TRUE, App, Const, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    STR,
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NeverT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    UnionT,
)
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, Val

SYMBOLS: tuple[tuple[type[ast.operator], str, str], ...] = (
    (ast.Add, "+", "__add__"),
    (ast.Sub, "-", "__sub__"),
    (ast.Mult, "*", "__mul__"),
    (ast.Div, "/", "__truediv__"),
    (ast.FloorDiv, "//", "__floordiv__"),
    (ast.Mod, "%", "__mod__"),
    (ast.Pow, "**", "__pow__"),
    (ast.LShift, "<<", "__lshift__"),
    (ast.RShift, ">>", "__rshift__"),
    (ast.BitAnd, "&", "__and__"),
    (ast.BitOr, "|", "__or__"),
    (ast.BitXor, "^", "__xor__"),
    (ast.MatMult, "@", "__matmul__"),
)


def symbol(op: ast.operator) -> str:
    """The operator as it is written."""
    return next(text for kind, text, _ in SYMBOLS if isinstance(op, kind))


def dunder_of(op: ast.operator) -> str:
    """The method that the operator calls."""
    return next(name for kind, _, name in SYMBOLS if isinstance(op, kind))


def to_int(value: Val) -> Expr:
    """A bool or int as an int; any int where there is no value, which no run reaches."""
    if isinstance(value.type, NeverT):
        return integer(0)
    if not isinstance(value.type, BoolT):
        return value.expr
    if isinstance(value.expr, Const):
        return integer(int(bool(value.expr.value)))
    return App("int.of_bool", (value.expr,), INT)


def to_float(f: Frame, value: Val, node: ast.AST) -> Expr:
    """A bool, int or float as a double; OverflowError where the int is too large."""
    if isinstance(value.type, FloatT):
        return value.expr
    number = to_int(value)
    if isinstance(number, Const) and isinstance(number.value, int) and abs(number.value) < 2**1000:
        return real(float(number.value))
    result = App("int.to_float", (number,), FLOAT)
    f.fail_if(App("float.isinf", (result,), BOOL), "OverflowError", node)
    return result


def is_number(value: Val) -> bool:
    """int, bool or float?"""
    return isinstance(value.type, IntT | BoolT | FloatT)


def both_cases(f: Frame, a: Val, b: Val, work: Callable[[Val, Val], Val]) -> Val:
    """work for each combination of the cases of two values."""
    from verheal.contracts.lowering.expressions import split

    if not isinstance(a.type, UnionT) and not isinstance(b.type, UnionT):
        return BOTTOM if NEVER in (a.type, b.type) else work(a, b)
    return split(f, a, lambda x: split(f, b, lambda y: work(x, y)))


def binary(f: Frame, op: ast.operator, a: Val, b: Val, node: ast.AST) -> Val:
    """a op b"""
    return both_cases(f, a, b, lambda x, y: _binary(f, op, x, y, node))


def _binary(f: Frame, op: ast.operator, a: Val, b: Val, node: ast.AST) -> Val:
    from verheal.contracts.lowering import containers, long_tuples
    from verheal.contracts.lowering.enums import as_plain

    word = symbol(op)
    if word == "%" and isinstance(a.type, StrT):
        from verheal.contracts.lowering.templates import percent

        return percent(f, a, b, node)
    a, b = as_plain(f, a), as_plain(f, b)
    if isinstance(a.type, LibraryT) or isinstance(b.type, LibraryT):
        from verheal.contracts.lowering import library

        described = library.binary(f, dunder_of(op), a, b, node)
        if described is not None:
            return described
    if word == "+" and (inside := long_tuples.both_lists(f, a, b)) is not None:
        return long_tuples.of_list(f, containers.list_concat(f, *inside, node))
    if isinstance(a.type, OpaqueT) or isinstance(b.type, OpaqueT):
        f.stuck(
            f"{word} on a value of unknown type, line {getattr(node, 'lineno', 0)}",
            getattr(node, "lineno", 0),
        )
        return f.opaque()
    if isinstance(a.type, ClassT) or isinstance(b.type, ClassT):
        return _user_operator(f, op, a, b, node)
    if is_number(a) and is_number(b):
        if isinstance(a.type, FloatT) or isinstance(b.type, FloatT):
            return _floats(f, word, a, b, node)
        return _ints(f, word, a, b, node)
    match word, a.type, b.type:
        case "+", StrT(), StrT():
            return f.val(App("str.concat", (a.expr, b.expr), STR))
        case "+", TupleT(), TupleT():
            from verheal.contracts.core.build import item_of
            from verheal.contracts.lowering.expressions import tuple_of

            parts = [Val(item_of(v.expr, i), t) for v in (a, b) for i, t in enumerate(v.type.items)]  # type: ignore[union-attr]
            return tuple_of(f, parts)
        case "+", ListT(), ListT():
            return containers.list_concat(f, a, b, node)
        case "*", ListT(), IntT() | BoolT():
            return containers.list_repeat(f, a, to_int(b), node)
        case "*", IntT() | BoolT(), ListT():
            return containers.list_repeat(f, b, to_int(a), node)
        case (("|" | "&" | "-"), SetT(), SetT()):
            return containers.set_combine(f, word, a, b, node)
        case "*", (StrT() | TupleT()), (IntT() | BoolT()):
            return _repeated(f, a, to_int(b), node)
        case "*", (IntT() | BoolT()), (StrT() | TupleT()):
            return _repeated(f, b, to_int(a), node)
        case _ if word in ("|", "^", "-", "&") and any(isinstance(one.type, SetT | DictT) for one in (a, b)):
            return f.unsupported(f"{word} on these types", node)
    f.fail_if(TRUE, "TypeError", node)
    return BOTTOM


def _repeated(f: Frame, value: Val, times: Expr, node: ast.AST) -> Val:
    """A string or tuple, so many times."""
    from verheal.contracts.lowering import starred, steps
    from verheal.contracts.lowering.expressions import tuple_of

    if isinstance(value.type, StrT):
        return steps.repeated(f, value, times, node)
    if isinstance(times, Const) and isinstance(times.value, int) and times.value * len(starred.items_of(value)) <= 64:
        return tuple_of(f, starred.items_of(value) * times.value)
    return f.unsupported("repeat of tuple", node)


def _user_operator(f: Frame, op: ast.operator, a: Val, b: Val, node: ast.AST) -> Val:
    from verheal.contracts.lowering import calls

    dunder = next(name for kind, _, name in SYMBOLS if isinstance(op, kind))
    if isinstance(a.type, ClassT):
        program = f.round.program
        same_class = not isinstance(b.type, ClassT) or not defines(f, b.type.name, f"__r{dunder[2:]}")
        if program.describe(a.type.name).method(dunder) and same_class:
            return calls.operator_method(f, a, dunder, b, node)
    elif isinstance(b.type, ClassT) and is_number(a) and defines_itself(f, b.type.name, f"__r{dunder[2:]}"):
        return calls.operator_method(f, b, f"__r{dunder[2:]}", a, node)  # numbers leave it to the other
    return f.unsupported(f"{symbol(op)} on objects", node)


def defines(f: Frame, key: str, name: str) -> bool:
    """Has the class or one below it the method?"""
    program = f.round.program
    return any(program.describe(k).may_have(name) for k in (key, *program.subclasses(key)))


def defines_itself(f: Frame, key: str, name: str) -> bool:
    """Has the class itself, or one above it, the method?"""
    return f.round.program.describe(key).method(name) is not None


def has_in_place(f: Frame, key: str, op: ast.operator) -> bool:
    """Does the class define `__iadd__` and the like for the operator?"""
    dunder = next(name for kind, _, name in SYMBOLS if isinstance(op, kind))
    return defines(f, key, f"__i{dunder[2:]}")


def _ints(f: Frame, word: str, a: Val, b: Val, node: ast.AST) -> Val:
    x, y = to_int(a), to_int(b)
    match word:
        case "+":
            return f.val(add(x, y))
        case "-":
            return f.val(sub(x, y))
        case "*":
            return f.val(multiply(x, y))
        case "/":
            f.fail_if(same(y, integer(0)), "ZeroDivisionError", node)
            result = App("int.truediv", (x, y), FLOAT)
            f.fail_if(App("float.isinf", (result,), BOOL), "OverflowError", node)
            return f.val(result)
        case "//" | "%":
            f.fail_if(same(y, integer(0)), "ZeroDivisionError", node)
            return f.val(App("int.floordiv" if word == "//" else "int.mod", (x, y), INT))
        case "**":
            return _power(f, x, y, node)
        case "<<" | ">>":
            return _shift(f, word, x, y, node)
        case _ if isinstance(a.type, BoolT) and isinstance(b.type, BoolT):
            return f.val(_bool_bits(word, a.expr, b.expr))
        case "&" | "|" | "^":
            from verheal.contracts.lowering import number_calls

            return number_calls.bits(f, word, x, y)
        case _:  # @
            f.fail_if(TRUE, "TypeError", node)
            return BOTTOM


def multiply(x: Expr, y: Expr) -> Expr:
    """Product of ints."""
    if isinstance(x, Const) and isinstance(y, Const):
        return integer(int(x.value or 0) * int(y.value or 0))
    return App("int.mul", (x, y), INT)


def _bool_bits(word: str, a: Expr, b: Expr) -> Expr:
    if word == "&":
        return App("and", (a, b), BOOL)
    return App("or", (a, b), BOOL) if word == "|" else no(same(a, b))


def _power(f: Frame, x: Expr, y: Expr, node: ast.AST) -> Val:
    if isinstance(x, Const) and isinstance(y, Const) and isinstance(x.value, int) and isinstance(y.value, int):
        if y.value >= 0 and abs(x.value).bit_length() * y.value <= 4096:
            return f.val(integer(x.value**y.value))
    if not isinstance(y, Const) or not isinstance(y.value, int) or not 0 <= y.value <= 8:
        from verheal.contracts.lowering import powers

        return powers.power(f, x, y, node)
    result: Expr = integer(1)
    for _ in range(y.value):
        result = multiply(result, x) if result != integer(1) else x
    return f.val(result)


def _shift(f: Frame, word: str, x: Expr, y: Expr, node: ast.AST) -> Val:
    from verheal.contracts.lowering import number_calls

    if not isinstance(y, Const) or not isinstance(y.value, int) or not 0 <= y.value <= 512:
        return number_calls.shift(f, word, x, y, node)
    factor = integer(2**y.value)
    return f.val(multiply(x, factor) if word == "<<" else App("int.floordiv", (x, factor), INT))


def _floats(f: Frame, word: str, a: Val, b: Val, node: ast.AST) -> Val:
    if word in ("//", "%", "**"):
        return f.unsupported(f"{word} on floats", node)
    if word not in ("+", "-", "*", "/"):
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    x, y = to_float(f, a, node), to_float(f, b, node)
    if word == "/":
        f.fail_if(App("float.eq", (y, real(0.0)), BOOL), "ZeroDivisionError", node)
    name = {"+": "float.add", "-": "float.sub", "*": "float.mul", "/": "float.div"}[word]
    return f.val(App(name, (x, y), FLOAT))


def unary(f: Frame, op: ast.unaryop, value: Val, node: ast.AST) -> Val:
    """op value"""
    from verheal.contracts.lowering.expressions import split, truth

    if isinstance(value.type, NeverT):
        return BOTTOM
    if isinstance(op, ast.Not):
        return f.val(no(truth(f, value, node)))
    return split(f, value, lambda one: _unary(f, op, one, node))


def _unary(f: Frame, op: ast.unaryop, value: Val, node: ast.AST) -> Val:
    match op, value.type:
        case ast.USub(), FloatT():
            if isinstance(value.expr, Const) and isinstance(value.expr.value, float):
                return f.val(real(-value.expr.value))
            return f.val(App("float.neg", (value.expr,), FLOAT))
        case ast.UAdd(), FloatT():
            return value
        case ast.USub(), IntT() | BoolT():
            return f.val(sub(integer(0), to_int(value)))
        case ast.UAdd(), IntT() | BoolT():
            return f.val(to_int(value))
        case ast.Invert(), IntT() | BoolT():
            return f.val(sub(integer(-1), to_int(value)))
        case _, LibraryT() if (found := _unary_of_library(f, op, value, node)) is not None:
            return found
        case _, ClassT(key) if defines_itself(f, key, _unary_name(op)):
            from verheal.contracts.lowering import dispatch

            return dispatch.method(f, value, _unary_name(op), (), {}, node)
        case _, OpaqueT() | ClassT():
            return f.unsupported("unary operator on this type", node)
        case _:
            f.fail_if(TRUE, "TypeError", node)
            return BOTTOM


def _unary_of_library(f: Frame, op: ast.unaryop, value: Val, node: ast.AST) -> Val | None:
    from verheal.contracts.lowering import library

    return library.operator(f, value, _unary_name(op), [], node)


def _unary_name(op: ast.unaryop) -> str:
    return {ast.USub: "__neg__", ast.UAdd: "__pos__", ast.Invert: "__invert__"}.get(type(op), "")


def absolute(x: Expr) -> Expr:
    """abs of an int."""
    return choose(le(integer(0), x), x, sub(integer(0), x))


__all__ = ["absolute", "binary", "both_cases", "either", "is_number", "lt", "to_float", "to_int", "unary"]
