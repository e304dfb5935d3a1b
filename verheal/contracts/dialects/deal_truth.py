"""What deal takes for success: a true value that is not a `str`, which would say what is wrong."""

from __future__ import annotations

import ast

from verheal.contracts.dialects.context import Context

_NO_TEXT_CALLS_TEXT = """
all any bool isinstance issubclass callable hasattr len int float abs
"""
_NO_TEXT_CALLS = frozenset(_NO_TEXT_CALLS_TEXT.split())
_NO_TEXT_METHODS_TEXT = """
startswith endswith isdigit isalpha isalnum isspace islower isupper istitle isdecimal isnumeric isidentifier
isprintable isascii issubset issuperset isdisjoint is_integer
"""
_NO_TEXT_METHODS = frozenset(_NO_TEXT_METHODS_TEXT.split())


def without_messages(body: ast.expr, context: Context) -> ast.expr:
    """An expression that is true exactly when deal accepts the value of `body`.

    >>> def of(text):
    ...     context = Context(ast.Module([], []), {"implies": "deal.implies"}.get)
    ...     return ast.unparse(without_messages(ast.parse(text, mode="eval").body, context))
    >>> of("x > 0 or 'too small'"), of("True if x else 'none'"), of("f(x)")
    ('x > 0', 'True if x else False', 'not isinstance(f(x), str) and f(x)')
    >>> of("implies(x > 0, y > 0)"), of("implies(x, 1 / x > 0)")
    ('not x > 0 or y > 0', 'not isinstance(implies(x, 1 / x > 0), str) and implies(x, 1 / x > 0)')
    """
    return ast.fix_missing_locations(_truth(body, context))


def _truth(node: ast.expr, context: Context) -> ast.expr:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return ast.Constant(value=False)
        case ast.BoolOp(op=ast.Or(), values=[*values, ast.Constant(value=str())]) if _no_text(values):
            return values[0] if len(values) == 1 else ast.BoolOp(op=ast.Or(), values=values)
        case ast.BoolOp(op=op, values=values) if _no_text(values[:-1]):
            return ast.BoolOp(op=op, values=[*values[:-1], _truth(values[-1], context)])
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.IfExp(test=test, body=_truth(body, context), orelse=_truth(orelse, context))
        case ast.Call(func=func, args=[test, then], keywords=[]) if context.origin(func) == "deal.implies":
            # Both arguments are evaluated: the same as `or` only when the second one cannot fail.
            if _cannot_fail(then):
                return ast.BoolOp(
                    op=ast.Or(), values=[ast.UnaryOp(op=ast.Not(), operand=test), _truth(then, context)]
                )
    if _no_text([node]):
        return node
    is_text = ast.Call(func=_name("isinstance"), args=[node, _name("str")], keywords=[])
    return ast.BoolOp(op=ast.And(), values=[ast.UnaryOp(op=ast.Not(), operand=is_text), node])


def _no_text(nodes: list[ast.expr]) -> bool:
    """True when none of the values can be a `str`, as far as their operators are the builtin ones."""
    return all(_is_no_text(node) for node in nodes)


def _is_no_text(node: ast.expr) -> bool:
    match node:
        case (
            ast.Compare() | ast.UnaryOp() | ast.List() | ast.ListComp() | ast.Tuple() | ast.Set() | ast.Dict()
        ):
            return True
        case ast.Constant(value=value):
            return not isinstance(value, str)
        case ast.BoolOp(values=values):
            return _no_text(values)
        case ast.IfExp(body=body, orelse=orelse):
            return _no_text([body, orelse])
        case ast.Call(func=ast.Name(id=name)):
            return name in _NO_TEXT_CALLS
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in _NO_TEXT_METHODS
        case ast.BinOp(op=ast.Sub() | ast.Div() | ast.FloorDiv() | ast.Pow() | ast.BitAnd() | ast.BitOr()):
            return True
        case _:
            return False


def _cannot_fail(node: ast.expr) -> bool:
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.Compare(left=left, comparators=others):
            return all(_cannot_fail(part) for part in (left, *others))
        case ast.BoolOp(values=values):
            return all(_cannot_fail(part) for part in values)
        case ast.UnaryOp(operand=operand):
            return _cannot_fail(operand)
        case _:
            return False


def _name(text: str) -> ast.Name:
    return ast.Name(id=text, ctx=ast.Load())
