"""Plain `assert` statements at the head of a function are its preconditions.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... def mean(xs):
...     "The mean."
...     assert len(xs) > 0, "empty"
...     total = sum(xs)
...     assert total < 100
...     return total / len(xs)
... ''', "mean")
>>> [(k.kind, k.expression, k.parameters) for k in c.requires], c.leading_asserts
([('requires', 'len(xs) > 0', ('xs',))], (4,))

An assert that changes something, reads a local or names no parameter stays an ordinary statement, as do
those after it:

>>> contract_of('''
... def take(xs):
...     assert xs.pop() > 0
...     assert xs
... ''', "take").requires
()
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from verheal.contracts.dialects.conditions import Place, mentioned, origin_of
from verheal.contracts.dialects.context import Function, Subject, own_nodes, parameter_names
from verheal.contracts.dialects.model import Clause, Contract
from verheal.contracts.dialects.names import Unreadable, free_names, source_of

# Skipping such a statement in the body would lose its effect; the list errs on the side of leaving it there.
_EFFECTS_TEXT = """
append extend insert remove pop popitem clear sort reverse update add discard setdefault write read readline
readlines send throw close acquire release put get_nowait next input open print setattr delattr exec eval
__next__ __setitem__ __delitem__ __setattr__ popleft appendleft rotate
"""
_EFFECTS = frozenset(_EFFECTS_TEXT.split())


def read(subject: Subject) -> Contract:
    """Leading asserts over parameters and names of the module become `requires`."""
    function = subject.function
    body = _without_docstring(function.body)
    if not body or not isinstance(body[0], ast.Assert):
        return Contract()
    local = _locals(function)
    clauses: list[Clause] = []
    for statement in _head(body):
        try:
            if not _is_condition(statement.test, function) or free_names(statement.test) & local:
                break
            expression = source_of(statement.test)
        except Unreadable:
            break
        end = statement.end_lineno or statement.lineno
        origin = origin_of(statement.msg)
        place = Place("requires", "assert", subject.name, statement.lineno, end, origin)
        clauses.append(
            place.clause(
                expression,
                expression,
                parameters=mentioned(function, [statement.test]),
                checked_by_cpython=True,
                raises_on_failure="AssertionError",
            )
        )
    # Statements are named by line: one that shares its line with a later statement cannot be named.
    later = {s.lineno for s in body[len(clauses) :]}
    kept = tuple(itertools.takewhile(lambda c: c.line not in later, clauses))
    return Contract(requires=kept, leading_asserts=tuple(c.line for c in kept))


def loop_candidates(function: Function) -> dict[int, tuple[str, ...]]:
    """Asserts at the head of each loop body, as candidate invariants, by the line of the loop statement.

    >>> tree = ast.parse("def f(n):\\n i = 0\\n while i < n:\\n  assert 0 <= i\\n  i += 1\\n  assert i <= n")
    >>> loop_candidates(tree.body[0])
    {3: ('0 <= i',)}
    """
    found = {}
    for node in own_nodes(function):
        if isinstance(node, ast.While | ast.For | ast.AsyncFor):
            tests = [s.test for s in _head(node.body) if _has_no_effect(s.test)]
            if tests:
                found[node.lineno] = tuple(ast.unparse(test) for test in tests)
    return dict(sorted(found.items()))


def _head(body: list[ast.stmt]) -> Iterator[ast.Assert]:
    for statement in body:
        if not isinstance(statement, ast.Assert):
            return
        yield statement


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    match body:
        case [ast.Expr(value=ast.Constant(value=str())), *rest]:
            return rest
        case _:
            return body


def _is_condition(test: ast.expr, function: Function) -> bool:
    """True when `test` limits the arguments; one that names none of them claims something, as in a test."""
    return _has_no_effect(test) and (isinstance(test, ast.Constant) or bool(mentioned(function, [test])))


def _has_no_effect(test: ast.expr) -> bool:
    """True when evaluating `test` is not known to change anything."""
    for node in ast.walk(test):
        match node:
            case ast.NamedExpr() | ast.Await() | ast.Yield() | ast.YieldFrom():
                return False
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _EFFECTS:
                return False
    return True


def _locals(function: Function) -> frozenset[str]:
    """Names that are local because the body binds them (parameters apart)."""
    bound = set()
    declared_global = set()
    for node in own_nodes(function):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                bound.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.alias(name=name, asname=asname):
                bound.add(asname or name.split(".")[0])
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                declared_global.update(names)
            case (
                ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.MatchMapping(rest=str(name))
            ):
                bound.add(name)
    return frozenset(bound) - declared_global - set(parameter_names(function))
