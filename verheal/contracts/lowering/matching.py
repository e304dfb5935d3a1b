"""`match`: the cases in order, each pattern a test that binds its names only where all of it has matched.

Law (language reference, "The match statement"): the subject is evaluated once; the first case runs whose pattern
matches and whose guard, evaluated with the names bound, is true. What does not match fails nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.expr import FALSE, TRUE, Expr
from verheal.contracts.core.stmt import Assign
from verheal.contracts.core.types import BOOL, NeverT, is_unknown
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import NONE_VAL, Slot, Val

SUBJECT = ""  # stands among the names that a pattern binds for the subject itself, seen as what has matched


def statement(f: Frame, node: ast.Match) -> None:
    """match subject: case ...: ..."""
    from verheal.contracts.lowering.expressions import lower

    subject = f.name_value(lower(f, node.subject), "subject")
    if isinstance(subject.type, NeverT):
        f.round.dead = True
    else:
        _cases(f, node, subject, 0, node.subject.id if isinstance(node.subject, ast.Name) else "")


def _cases(f: Frame, node: ast.Match, subject: Val, index: int, name: str) -> None:
    """The cases from this one on; `name` is the variable that is the subject, or empty."""
    from verheal.contracts.lowering.statements import lower_block

    if index == len(node.cases) or f.round.dead:
        return
    case = node.cases[index]
    before = f.env.get(name)
    hit, inside = _tested(f, case, subject, name)

    def body() -> None:
        f.env = dict(inside)
        lower_block(f, case.body)
        if before is not None and f.env.get(name) == inside[name] and f.aliases.get(inside[name].var) == before:
            f.env[name] = before

    later = "" if case.guard is not None and name in _captures(case.pattern, case.guard) else name
    f.branch(hit, body, lambda: _cases(f, node, subject, index + 1, later))


def _tested(f: Frame, case: ast.match_case, subject: Val, name: str) -> tuple[Expr, dict[str, Slot]]:
    """Does the case run, and the variables where it does."""
    from verheal.contracts.lowering.expressions import truth

    test = matches(f, case.pattern, subject, (SUBJECT,) if name in f.env else ())
    kept = {one: f.env.pop(_hidden(one)) for one in (SUBJECT, *_captures(case.pattern)) if _hidden(one) in f.env}
    inside: dict[str, Slot] = {}

    def bound() -> Val:
        if (seen := kept.pop(SUBJECT, None)) is not None:
            _narrow(f, name, seen)
        for one, slot in kept.items():
            f.assign(one, Val(slot.var, slot.type))
        held = truth(f, f.name_value(_lowered(f, case.guard)), case.guard) if case.guard is not None else TRUE
        inside.update(f.env)
        return f.val(held)

    hit = f.branch(test, bound, lambda: f.val(FALSE))
    return (FALSE if hit is None or isinstance(hit.type, NeverT) else hit.expr), inside


def _lowered(f: Frame, node: ast.expr) -> Val:
    from verheal.contracts.lowering.expressions import lower

    return lower(f, node)


def _narrow(f: Frame, name: str, seen: Slot) -> None:
    """See the variable that was matched as what it has matched as."""
    before = f.env[name]
    if seen.type == before.type or is_unknown(seen.type):
        return
    var = f.round.fresh(name, f.resolve(seen.type))
    f.emit(Assign(var, seen.var))
    f.env[name] = Slot(var, seen.type, before.bound)
    f.aliases[var] = before


def _hidden(name: str) -> str:
    """Where a name is kept until all of the pattern has matched."""
    return f"{name} in case"


def _captures(*parts: ast.pattern | ast.expr) -> list[str]:
    from verheal.contracts.lowering.loops import assigned_names

    return list(assigned_names(parts))


def bind(f: Frame, names: tuple[str, ...], value: Val) -> None:
    """Keep the value for these names."""
    for name in names:
        f.assign(_hidden(name), value)


def matches(f: Frame, pattern: ast.pattern, value: Val, names: tuple[str, ...] = ()) -> Expr:
    """Does the value match? Where it does, the names of the pattern, and `names`, are kept."""
    from verheal.contracts.lowering.expressions import split

    match pattern:
        case ast.MatchAs(pattern=None, name=name):
            bind(f, (*names, name) if name else names, value)
            return TRUE
        case ast.MatchAs(pattern=ast.pattern() as inner, name=name):
            return matches(f, inner, value, (*names, name) if name else names)
        case ast.MatchOr(patterns=patterns):
            return _either(f, patterns, value, names)
        case _:
            found = split(f, value, lambda one: f.val(_matches(f, pattern, one, names)))
            return FALSE if isinstance(found.type, NeverT) else found.expr


def _either(f: Frame, patterns: list[ast.pattern], value: Val, names: tuple[str, ...]) -> Expr:
    test = matches(f, patterns[0], value, names)
    if len(patterns) == 1:
        return test
    found = f.branch(test, lambda: f.val(TRUE), lambda: f.val(_either(f, patterns[1:], value, names)))
    return FALSE if found is None or isinstance(found.type, NeverT) else found.expr


def _matches(f: Frame, pattern: ast.pattern, value: Val, names: tuple[str, ...]) -> Expr:
    """The same of a value that is no union."""
    from verheal.contracts.lowering import compare, match_classes, match_containers

    match pattern:
        case ast.MatchClass():
            return match_classes.matches(f, pattern, value, names)
        case ast.MatchValue(value=wanted):
            test = compare.equal(f, value, _lowered(f, wanted), pattern)
        case ast.MatchSingleton(value=None):
            test = compare.identical(f, value, NONE_VAL, pattern)
        case ast.MatchSingleton(value=wanted_bool):
            test = compare.identical(f, value, f.val(TRUE if wanted_bool else FALSE), pattern)
        case ast.MatchSequence():
            test = match_containers.sequence(f, pattern, value)
        case ast.MatchMapping():
            test = match_containers.mapping(f, pattern, value)
        case _:
            return unknown(f, pattern, value, names)
    return when(f, test, lambda: _kept(f, names, value))


def _kept(f: Frame, names: tuple[str, ...], value: Val) -> Expr:
    bind(f, names, value)
    return TRUE


def when(f: Frame, test: Expr, then: Callable[[], Expr]) -> Expr:
    """test and then(): the second is evaluated only where the first holds."""
    found = f.branch(test, lambda: f.val(then()), lambda: f.val(FALSE))
    return FALSE if found is None or isinstance(found.type, NeverT) else found.expr


def all_match(f: Frame, pairs: list[tuple[ast.pattern, Val]]) -> Expr:
    """Do all of these match, from left to right?"""
    if not pairs:
        return TRUE
    return when(f, matches(f, *pairs[0]), lambda: all_match(f, pairs[1:]))


def unknown(f: Frame, pattern: ast.pattern, value: Val, names: tuple[str, ...] = ()) -> Expr:
    """The answer where it is not modelled whether the value matches: anything may happen meanwhile."""
    f.stuck(f"unsupported: match of this value, line {pattern.lineno}", pattern.lineno)
    for name in _captures(pattern):
        bind(f, (name,), f.opaque())
    bind(f, names, value)
    return f.havoc(BOOL, "matches").expr
