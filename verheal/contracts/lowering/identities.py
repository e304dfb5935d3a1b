"""`x in xs` of values whose == is not modelled.

Law (language reference, "Membership test operations"): what is itself an item is in the list, whatever its == says;
else the items are asked by ==.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, implies, lt, no, same, select
from verheal.contracts.core.expr import Expr, forall, integer
from verheal.contracts.core.types import BOOL, INT, BoolT, FloatT, IntT, LibraryT, Type, alternatives
from verheal.contracts.lowering import containers, library, orders
from verheal.contracts.lowering.arguments import line_of
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val


def asked(f: Frame, container: Val, value: Val, kind: Type, node: ast.AST) -> Expr:
    """Is the value in the list of this element type: so where it is one of the items, else any answer."""
    n, row = containers.size(f, container).expr, containers.row(f, container)
    if _is_number(kind) and _is_number(f.resolve(value.type)):
        return _among_numbers(f, n, row, value, node)
    if not _is_quiet(f, kind, value, node):
        # An item that is the value itself, and the first, is found before anything else is asked.
        f.stuck(f"in on a list of these values, line {line_of(node)}", line_of(node), reads_only=True)
    found = f.havoc(BOOL, "in").expr
    sought = convert(f.round.program, value.expr, kind)
    if sought is None or not _has_identity(kind):
        return found
    k = f.round.fresh("k", INT)
    there = no(forall(k, integer(0), n, no(same(select(row, k), sought))))
    f.assume(implies(both(lt(integer(0), n), there), found), "what is itself an item is in a list")
    return found


def _is_number(kind: Type) -> bool:
    return all(isinstance(one, IntT | BoolT | FloatT) for one in alternatives(kind))


def _among_numbers(f: Frame, n: Expr, row: Expr, value: Val, node: ast.AST) -> Expr:
    """By ==, but that a NaN may be found, as the object that it is."""
    k = f.round.fresh("k", INT)
    f.stuck(f"in on floats, line {line_of(node)}", line_of(node), may_raise=False, reads_only=True)
    found = f.havoc(BOOL, "in").expr
    there = no(forall(k, integer(0), n, no(orders.equal_in_any_type(select(row, k), value.expr))))
    f.assume(implies(orders.holds_no_nan(value.expr), same(found, there)), "what equals an item is in a list")
    return found


def _has_identity(kind: Type) -> bool:
    """Are two values that the core takes for the same one object?"""
    from verheal.contracts.core.types import ClassT, OpaqueT

    return isinstance(kind, OpaqueT | ClassT)


def _is_quiet(f: Frame, kind: Type, value: Val, node: ast.AST) -> bool:
    """Does == of the items run no code of the user's, nor raise?"""
    if not isinstance(kind, LibraryT) or kind != value.type:
        return False
    items: list[Val | None] = []
    statements, _, _ = f.collect(lambda: items.append(library.operator(f, value, "__eq__", [value], node)))
    return items[0] is not None and not any(hasattr(one, "may_raise") for one in statements)
