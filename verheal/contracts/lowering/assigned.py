"""Where an assignment expression is surely seen when something beside it is not modelled.

Law: the lowering evaluates the operands of the expressions below whatever becomes of their values, as CPython does;
what else is not modelled is not looked into, and a := in it would go unnoticed.
"""

from __future__ import annotations

import ast


def unnoticed(node: ast.stmt) -> bool:
    """May a := that is part of the statement have been passed over? Statements inside see to their own."""
    match node:
        case ast.If(test=part) | ast.While(test=part):
            return not _seen(part)
        case ast.Expr(value=part) | ast.Return(value=ast.expr() as part):
            return not _seen(part)
        case ast.Assign(targets=[ast.Name()], value=part):
            return not _seen(part)
        case _:
            return _assigns(node)


def _assigns(node: ast.AST) -> bool:
    return any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node))


def _seen(node: ast.expr) -> bool:
    """Does every := in the expression stand where the lowering evaluates it?"""
    match node:
        case ast.NamedExpr(value=inner) | ast.UnaryOp(operand=inner) | ast.Attribute(value=inner):
            return _seen(inner)
        case ast.BoolOp(values=parts):
            return all(map(_seen, parts))
        case ast.Compare(left=left, comparators=parts):
            return _seen(left) and all(map(_seen, parts))
        case ast.BinOp(left=left, right=right):
            return _seen(left) and _seen(right)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _seen(test) and _seen(body) and _seen(orelse)
        case _:
            return not _assigns(node)
