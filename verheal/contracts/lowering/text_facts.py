"""What is known of which characters are in a text that is not computed.

Laws: joined strings hold no character but those of the separator and of the parts; what `split` gives holds no
separator, and without one no white space; what `replace` gives does not hold the character that it takes away, unless
what is put there does. Said only of characters that the function or its contract asks for by `in`.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, either, implies, item_of, le, no, select, text
from verheal.contracts.core.expr import App, Const, Expr, forall, integer
from verheal.contracts.core.types import BOOL, INT, STR, StrT, TupleT
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val

MOST = 4


def asked_for(f: Frame) -> tuple[str, ...]:
    """The single characters that `in` is asked for in the function that is judged, or in its clauses."""
    from verheal.contracts.lowering.contracts import contract_of

    module, _, qualname = f.round.subject.partition(":")
    definition, _ = f.round.program.function_node(module, qualname)
    contract = contract_of(f.round.program, module, qualname)
    clauses = [*contract.ensures, *contract.requires, *contract.invariants_of_class]
    trees: list[ast.AST] = [definition, *(ast.parse(one.expression, mode="eval") for one in clauses if one.expression)]
    found: dict[str, None] = {}
    for node in (inner for tree in trees for inner in ast.walk(tree)):
        match node:
            case ast.Compare(left=ast.Constant(value=str() as one), ops=[ast.In() | ast.NotIn()]) if len(one) == 1:
                found.setdefault(one)
    return tuple(found)[:MOST]


def has(value: Expr, sought: Expr) -> Expr:
    """sought in value"""
    return App("str.contains", (value, sought), BOOL)


def joined(f: Frame, found: Expr, separator: Expr, row: Expr, n: Expr) -> None:
    """What is known of separator.join(row[:n])."""
    for one in asked_for(f):
        k = f.round.fresh("k", INT)
        none = forall(k, integer(0), n, no(has(select(row, k), text(one))))
        between = both(le(integer(2), n), has(separator, text(one)))
        known = implies(has(found, text(one)), either(between, no(none)))
        f.assume(known, "a joined text has the characters of its parts")


def parts(f: Frame, separator: Expr | None, row: Expr, n: Expr) -> None:
    """What is known of text.split(separator), which are the first n of the row; None: at white space."""
    for one in asked_for(f):
        if one.isspace() if separator is None else separator == text(one):
            k = f.round.fresh("k", INT)
            f.assume(forall(k, integer(0), n, no(has(select(row, k), text(one)))), "parts have no separator")


def replaced(f: Frame, found: Expr, old: Expr, new: Expr) -> None:
    """What is known of text.replace(old, new)."""
    if isinstance(old, Const) and len(str(old.value)) == 1:
        f.assume(either(has(new, old), no(has(found, old))), "what is replaced is there no more")


def joined_items(f: Frame, separator: Val, given: Val) -> Val | None:
    """separator.join(given) of a tuple of strings of known length; None of all else."""
    match given.type:
        case TupleT(items) if items and all(isinstance(one, StrT) for one in items):
            whole = item_of(given.expr, 0)
            for index in range(1, len(items)):
                for one in (separator.expr, item_of(given.expr, index)):
                    whole = App("str.concat", (whole, one), STR)
            return f.val(whole)
        case _:
            return None
