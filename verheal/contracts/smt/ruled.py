"""Sums over rows that a rule makes of another row, when that one is changed at a place, or chosen.

Law: the values of a rule that reads the row at the place itself, and nowhere else, are the same wherever the row is;
so a change of the row at one place changes the sum by what the rule gives there, and a choice of rows is one of sums.
"""

from __future__ import annotations

from verheal.contracts.core.build import ZERO, add, both, choose, le, lt, same, select, sub
from verheal.contracts.core.expr import App, Binder, Expr
from verheal.contracts.core.types import INT
from verheal.contracts.smt.counts import choice_of
from verheal.contracts.smt.terms import free_variables, postorder, replace


def ruled_laws(term: App, row: Expr) -> list[Expr]:
    """What the sum is, in terms of those beneath."""
    found = _read(row)
    if found is None:
        return []
    rule, read = found
    count, below = term.args[1], beneath(term, row)
    match read.args[0]:
        case App("store", (old, key, value)):
            now = replace(rule.body, {read: value, rule.var: key})
            then = replace(rule.body, {read: select(old, key), rule.var: key})
            changed = add(sub(below[0], then), now)
            return [same(term, choose(both(le(ZERO, key), lt(key, count)), changed, below[0]))]
        case source:
            chosen = choice_of(source)
            assert chosen is not None
            return [same(term, choose(chosen[0], *below))]


def beneath(term: App, row: Expr) -> list[App]:
    """The sums over the rows that the rule reads before the change, or that are chosen from."""
    found = _read(row)
    if found is None:
        return []
    rule, read = found

    def over(source: Expr) -> App:
        body = replace(rule.body, {read: select(source, rule.var)})
        return App(term.op, (Binder("lambda", rule.var, body, rule.type), term.args[1]), INT)

    match read.args[0]:
        case App("store", (old, _, _)):
            return [over(old)]
        case source:
            chosen = choice_of(source)
            assert chosen is not None
            return [over(part) for part in chosen[1:]]


def _read(row: Expr) -> tuple[Binder, App] | None:
    """The rule, and its one read of a row that was changed or chosen, which does not hang on the place."""
    if not (isinstance(row, Binder) and row.kind == "lambda" and row.var.type == INT):
        return None
    reads = [part for part in postorder((row.body,)) if isinstance(part, App) and part.op == "select"]
    reads = [part for part in reads if part.args[1] == row.var and _composed(part.args[0])]
    if len(reads) != 1:
        return None
    free = free_variables((reads[0].args[0],))
    inner = any(isinstance(part, Binder) for part in postorder((row.body,)))
    return None if row.var in free[reads[0].args[0]] or inner else (row, reads[0])


def _composed(source: Expr) -> bool:
    return choice_of(source) is not None or (isinstance(source, App) and source.op == "store")
