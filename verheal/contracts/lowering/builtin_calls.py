"""Calls of builtins: each exact for every input, or said to be not modelled."""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import add, both, choose, either, le, lt, make_tuple, no, real, same, text
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    STR,
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
)
from verheal.contracts.lowering import (
    collections_read,
    containers,
    library,
    long_tuples,
    octets_made,
    operators,
    printing,
)
from verheal.contracts.lowering.arguments import (
    always_fails,
    impossible,
    positional,
    unlikely,
    unmodelled,
)
from verheal.contracts.lowering.constructors import CONSTRUCTORS
from verheal.contracts.lowering.formatting import any_text, formatted, text_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.instances import isinstance_call
from verheal.contracts.lowering.iteration import iterate
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.quiet import is_counted
from verheal.contracts.lowering.reductions import REDUCTIONS
from verheal.contracts.lowering.sequences import builtin_name
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

Builtin = Callable[[Frame, ast.Call], Val]


def each(name: str, fewest: int, most: int, work: Callable[[Frame, list[Val], ast.Call], Val]) -> Builtin:
    """A builtin of plain positional arguments, for each case of its first one."""

    def call(f: Frame, node: ast.Call) -> Val:
        from verheal.contracts.lowering.expressions import split

        args = positional(f, node, fewest, most)
        if args is None:
            return f.unsupported(f"{name} with these arguments", node)
        if impossible(args):
            return BOTTOM
        if not args:
            return work(f, args, node)
        return split(f, args[0], lambda one: BOTTOM if impossible([one]) else work(f, [one, *args[1:]], node))

    return call


def _len(f: Frame, args: list[Val], node: ast.Call) -> Val:
    value = args[0]
    match value.type:
        case ListT() | DictT() | SetT() | StrT() | TupleT():
            found = containers.size(f, value)
            if f.qualname.endswith(".__len__"):  # where it matters
                f.assume(lt(found.expr, integer(2**63)), "no container holds more than sys.maxsize items")
            return found
        case ClassT(name) if f.round.program.describe(name).method("__len__"):
            from verheal.contracts.lowering import calls

            found = calls.method(f, value, "__len__", (), {}, node)
            if not isinstance(found.type, IntT):
                return f.unsupported("len of an object", node)
            f.fail_if(lt(found.expr, integer(0)), "ValueError", node)
            f.fail_if(le(integer(2**63), found.expr), "OverflowError", node)
            return found
        case LibraryT() if (counted := library.length(f, value, node)) is not None:
            return counted
        case OpaqueT(label) if is_counted(f.round.program, label):
            return long_tuples.length(f, value)
        case OpaqueT() if (counted := collections_read.counted(f, value)) is not None:
            return counted
        case IntT() | BoolT() | FloatT() | NoneT():
            return always_fails(f, "TypeError", node)
        case _:
            return f.unsupported("len of a value of unknown type", node)


def _length(f: Frame, node: ast.Call) -> Val:
    if len(node.args) == 1 and not node.keywords and _is_range(f, node.args[0]):
        found = iterate(f, node.args[0])
        if found is None:
            return f.unsupported("len of this range", node)
        n = f.name_value(f.val(found.count())).expr
        f.fail_if(le(integer(2**63), n), "OverflowError", node)
        return f.val(n)
    return each("len", 1, 1, _len)(f, node)


def _is_range(f: Frame, node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and builtin_name(f, node.func) == "range"


def _abs(f: Frame, args: list[Val], node: ast.Call) -> Val:
    match args[0].type:
        case IntT() | BoolT():
            return f.val(operators.absolute(to_int(args[0])))
        case FloatT():
            return f.val(App("float.abs", (args[0].expr,), FLOAT))
        case ClassT(key) if f.round.program.describe(key).method("__abs__") is not None:
            from verheal.contracts.lowering import dispatch

            return dispatch.method(f, args[0], "__abs__", (), {}, node)
        case OpaqueT() | ClassT():
            return f.unsupported("abs of a value of unknown type", node)
        case _:
            return always_fails(f, "TypeError", node)


def _divmod(f: Frame, args: list[Val], node: ast.Call) -> Val:
    if not all(isinstance(arg.type, IntT | BoolT) for arg in args):
        return f.unsupported("divmod of these values", node)
    quotient = operators.binary(f, ast.FloorDiv(), args[0], args[1], node)
    remainder = operators.binary(f, ast.Mod(), args[0], args[1], node)
    if impossible([quotient, remainder]):
        return BOTTOM
    return Val(make_tuple((quotient.expr, remainder.expr)), TupleT((INT, INT)))


def _pow(f: Frame, args: list[Val], node: ast.Call) -> Val:
    return operators.binary(f, ast.Pow(), args[0], args[1], node)


def _round(f: Frame, args: list[Val], node: ast.Call) -> Val:
    value = args[0]
    if len(args) == 2 and not isinstance(args[1].type, NoneT):
        if isinstance(value.type, IntT | BoolT) and isinstance(args[1].expr, Const) and args[1].type == INT:
            digits = args[1].expr.value
            if isinstance(digits, int) and digits >= 0:
                return f.val(to_int(value))
        if isinstance(value.type, FloatT) and isinstance(args[1].type, IntT):
            unmodelled(f, "rounds to digits", node, may_raise=True)
            return f.havoc(FLOAT, "round")
        return f.unsupported("round with these arguments", node)
    match value.type:
        case IntT() | BoolT():
            return f.val(to_int(value))
        case FloatT():
            _finite(f, value.expr, node)
            return f.val(_half_even(f, value.expr))
        case _:
            return f.unsupported("round of this value", node)


def _half_even(f: Frame, value: Expr) -> Expr:
    """A finite double to the nearest int, halves to the even one; what truncation leaves over is exact."""
    whole = f.name_value(f.val(App("float.to_int", (value,), INT))).expr
    left = App("float.sub", (value, App("int.to_float", (whole,), FLOAT)), FLOAT)
    over = f.name_value(f.val(App("float.abs", (left,), FLOAT))).expr
    away = add(whole, choose(App("float.lt", (left, real(0.0)), BOOL), integer(-1), integer(1)))
    even = same(App("int.mod", (whole, integer(2)), INT), integer(0))
    stays = either(App("float.lt", (over, real(0.5)), BOOL), both(App("float.eq", (over, real(0.5)), BOOL), even))
    return choose(stays, whole, away)


def _finite(f: Frame, value: Expr, node: ast.AST) -> None:
    f.fail_if(App("float.isnan", (value,), BOOL), "ValueError", node)
    f.fail_if(App("float.isinf", (value,), BOOL), "OverflowError", node)


def _int(f: Frame, args: list[Val], node: ast.Call) -> Val:
    if not args:
        return f.val(integer(0))
    value = args[0]
    match value.type:
        case IntT() | BoolT():
            return f.val(to_int(value))
        case FloatT():
            _finite(f, value.expr, node)
            return f.val(App("float.to_int", (value.expr,), INT))
        case StrT():
            return _parsed(f, value.expr, int, INT, node)
        case OpaqueT() | ClassT():
            return f.unsupported("int of a value of unknown type", node)
        case _:
            return always_fails(f, "TypeError", node)


def _parsed(f: Frame, value: Expr, parse: type[int] | type[float], kind: Type, node: ast.AST) -> Val:
    """int(s) or float(s): exact for a literal, else ValueError or any number."""
    if isinstance(value, Const) and isinstance(value.value, str) and value.value.isascii():
        try:
            return f.val(Const(parse(value.value), kind))
        except ValueError:
            return always_fails(f, "ValueError", node)
    unmodelled(f, "reads a number from a string", node)
    name = parse.__name__
    f.fail_if(f.havoc(BOOL, "malformed", Pure(f"{name} fails", (value,))).expr, "ValueError", node)
    return f.havoc(kind, "number", Pure(name, (value,)))


def _float(f: Frame, args: list[Val], node: ast.Call) -> Val:
    if not args:
        return f.val(real(0.0))
    value = args[0]
    match value.type:
        case IntT() | BoolT() | FloatT():
            return f.val(operators.to_float(f, value, node))
        case StrT():
            return _parsed(f, value.expr, float, FLOAT, node)
        case OpaqueT() | ClassT():
            return f.unsupported("float of a value of unknown type", node)
        case _:
            return always_fails(f, "TypeError", node)


def _text(how: str) -> Callable[[Frame, list[Val], ast.Call], Val]:
    """str(x), repr(x) or ascii(x)."""

    def work(f: Frame, args: list[Val], node: ast.Call) -> Val:
        if not args:
            return f.val(text(""))
        found = text_of(f, args[0], node, "repr" if how == "ascii" else how, node.args[0])
        return any_text(f, node) if how == "ascii" and found.type == STR else found

    return work


def _format(f: Frame, args: list[Val], node: ast.Call) -> Val:
    spec = args[1].expr.value if len(args) == 2 and isinstance(args[1].expr, Const) else "" if len(args) == 1 else None
    if not isinstance(spec, str):
        return f.unsupported("format by a computed specification", node)
    return formatted(f, args[0], spec, node)


def _bool(f: Frame, args: list[Val], node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import truth

    return f.val(truth(f, args[0], node) if args else Const(False, BOOL))


def _print(f: Frame, node: ast.Call) -> Val:
    """Each value is made a string and written to where standard output leads, before the next one is."""
    from verheal.contracts.lowering import calls

    given = calls.arguments(f, node)
    if given is None:
        return f.unsupported("print with starred arguments", node)
    if impossible([*given[0], *given[1].values()]):
        return BOTTOM
    between, end = (given[1].get(name, NONE_VAL) for name in ("sep", "end"))
    for place, (value, shown) in enumerate(zip(given[0], node.args, strict=True)):
        if place:
            printing.write(f, between, " ")
        printing.write(f, text_of(f, value, node, "str", shown), "")
    printing.write(f, end, "\n")
    if any(not isinstance(given[1][name].type, StrT | NoneT) for name in given[1] if name in ("sep", "end")):
        return f.unsupported("print with these options", node)
    if set(given[1]) - {"sep", "end", "flush"} or not isinstance(given[1].get("flush", NONE_VAL).type, BoolT | NoneT):
        return f.unsupported("print with these options", node)
    f.round.assumptions.setdefault("output-works")
    return BOTTOM if f.round.dead else NONE_VAL


def _ord(f: Frame, args: list[Val], node: ast.Call) -> Val:
    if not isinstance(args[0].type, StrT):
        return f.unsupported("ord of this value", node)
    value = args[0].expr
    if isinstance(value, Const) and isinstance(value.value, str) and len(value.value) == 1:
        return f.val(integer(ord(value.value)))
    f.fail_if(no(same(App("str.len", (value,), INT), integer(1))), "TypeError", node)
    unmodelled(f, "computes ord", node)
    found = f.havoc(INT, "ord", Pure("ord", (value,)))
    f.assume(both(le(integer(0), found.expr), le(found.expr, integer(0x10FFFF))), "the range of code points")
    return found


def _chr(f: Frame, args: list[Val], node: ast.Call) -> Val:
    if not isinstance(args[0].type, IntT | BoolT):
        return f.unsupported("chr of this value", node)
    value = to_int(args[0])
    # Beyond a C int it depends on the version of CPython which exception it is.
    huge = no(both(le(integer(-(2**31)), value), lt(value, integer(2**31))))
    unlikely(f, huge, "chr of a huge number", node)
    f.fail_if(no(both(le(integer(0), value), le(value, integer(0x10FFFF)))), "ValueError", node)
    unmodelled(f, "computes chr", node)
    found = f.havoc(STR, "chr", Pure("chr", (value,)))
    f.assume(same(App("str.len", (found.expr,), INT), integer(1)), "chr gives one code point")
    return found


BUILTINS: tuple[tuple[str, Builtin], ...] = (
    ("len", _length),
    ("abs", each("abs", 1, 1, _abs)),
    ("divmod", each("divmod", 2, 2, _divmod)),
    ("pow", each("pow", 2, 2, _pow)),
    ("round", each("round", 1, 2, _round)),
    ("int", each("int", 0, 1, _int)),
    ("float", each("float", 0, 1, _float)),
    ("str", each("str", 0, 1, _text("str"))),
    ("repr", each("repr", 1, 1, _text("repr"))),
    ("ascii", each("ascii", 1, 1, _text("ascii"))),
    ("format", each("format", 1, 2, _format)),
    ("bool", each("bool", 0, 1, _bool)),
    ("ord", each("ord", 1, 1, _ord)),
    ("chr", each("chr", 1, 1, _chr)),
    ("print", _print),
    ("bytes", octets_made.of),
    ("isinstance", isinstance_call),
    *REDUCTIONS,
    *CONSTRUCTORS,
)
