"""Clauses that come from an overridden method: preconditions are weakened, the rest is added."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verheal.contracts.dialects.conditions import mentions_private
from verheal.contracts.dialects.context import Ancestor, Subject, parameter_names
from verheal.contracts.dialects.model import Clause
from verheal.contracts.dialects.names import Unreadable, free_names


def inherited(clauses: Iterable[Clause], ancestor: Ancestor, subject: Subject) -> tuple[Clause, ...]:
    """The ancestor's clauses as clauses of the override; opaque where its names mean something else here."""
    return tuple(_inherited(clause, ancestor, subject) for clause in clauses)


def _inherited(clause: Clause, ancestor: Ancestor, subject: Subject) -> Clause:
    moved = replace(clause, origin="inferred" if clause.origin == "inferred" else "inherited")
    if clause.opaque is not None:
        return moved
    names = set(parameter_names(subject.function))
    missing = [p for p in clause.parameters if p not in names]
    if missing:
        return _opaque(moved, f"the override has no parameter `{missing[0]}`")
    if any(
        mentions_private(ast.parse(t, mode="eval").body)
        for t in (clause.expression, *dict(clause.old).values())
    ):
        return _opaque(moved, "a private name belongs to the ancestor's class")
    free = _free(clause) - {*clause.parameters, clause.result_name or "", "OLD", "__old__"}
    hidden = free & names
    if hidden:
        return _opaque(moved, f"`{min(hidden)}` is a name of the ancestor's module, not the parameter")
    foreign = free - set(dir(builtins))
    if foreign and ancestor.context.module is not subject.context.module:
        return _opaque(moved, f"`{min(foreign)}` is a name of the ancestor's module")
    order = tuple(p for p in parameter_names(subject.function) if p in clause.parameters)
    return replace(moved, parameters=order)


def _free(clause: Clause) -> set[str]:
    texts = (clause.expression, *(value for _, value in clause.old))
    try:
        return {name for text in texts for name in free_names(ast.parse(text, mode="eval").body)}
    except (Unreadable, SyntaxError, RecursionError):
        return set()


def _opaque(clause: Clause, reason: str) -> Clause:
    return replace(clause, expression="", opaque=reason, result_name=None, old=(), parameters=())


def weakened(groups: Sequence[tuple[Clause, ...]]) -> tuple[Clause, ...]:
    """The precondition of an override: one of the groups, of which the last is its own, must hold as a whole.

    With a single group its clauses stay apart; otherwise they become one clause, opaque if any part is.
    """
    present = [group for group in groups if group]
    if len(present) <= 1:
        return present[0] if present else ()
    parts = [clause for group in present for clause in group]
    last = present[-1][-1]
    flags = dict.fromkeys(c.enabled for c in parts if c.enabled is not None)
    merged = replace(
        last,
        origin=last.origin,
        text=" or ".join(_conjunction(c.text for c in group) for group in present),
        parameters=tuple(dict.fromkeys(p for c in parts for p in c.parameters)),
        checked_by_cpython=all(c.checked_by_cpython for c in parts),
        enabled=" and ".join(flags) or None,
    )
    unread = [c.opaque for c in parts if c.opaque is not None]
    if unread:
        return (_opaque(merged, unread[0]),)
    return (replace(merged, expression=" or ".join(_conjunction(c.expression for c in g) for g in present)),)


def _conjunction(texts: Iterable[str]) -> str:
    parenthesised = [f"({text})" for text in texts]
    return parenthesised[0] if len(parenthesised) == 1 else f"({' and '.join(parenthesised)})"
