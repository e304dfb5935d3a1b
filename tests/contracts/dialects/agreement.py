"""Runs one example twice: as the library decorates it, and by our reading of its contract."""

from __future__ import annotations

import ast
import copy
import linecache
from dataclasses import dataclass
from typing import Any

from verheal.contracts.dialects import Clause, Contract
from verheal.contracts.dialects.text import contract_of


@dataclass(frozen=True)
class Example:
    """`source` defines `f`; each call is the text of the positional arguments, e.g. "1, [2]"."""

    name: str
    source: str
    calls: tuple[str, ...]


def by_library(example: Example, call: str) -> str:
    """ "ok", or the name of the exception class that leaves the decorated function."""
    namespace = run(ast.parse(example.source))
    try:
        eval(f"f({call})", namespace)
    except Exception as error:
        return type(error).__name__
    return "ok"


def by_reading(example: Example, call: str) -> str:
    """The same, from the clauses' expressions and the function without its decorators."""
    contract = contract_of(example.source, "f")
    assert all(c.opaque is None for c in (*contract.requires, *contract.ensures)), contract.problems
    tree = ast.parse(example.source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "f":
            node.decorator_list = []
    namespace = run(tree)
    function = namespace["f"]
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    given = eval(f"({call},)" if call else "()", namespace)
    values = dict(zip(names, given, strict=False))
    values |= dict(
        zip(names[len(given) :], (function.__defaults__ or ())[-(len(names) - len(given)) :], strict=False)
    )
    return _outcome(contract, function, values, namespace)


def _outcome(contract: Contract, function: Any, values: dict[str, Any], namespace: dict[str, Any]) -> str:
    for clause in contract.requires:
        if not _holds(clause, values, namespace, {}):
            return _class_name(clause)
    old = {
        text: copy.deepcopy(value) if clause.old_copies else value
        for clause in contract.ensures
        for text, entry in clause.old
        for value in [eval(entry, namespace, dict(values))]
    }
    try:
        result = function(**values)
    except Exception as error:
        return _exceptional(contract, type(error).__name__, values, namespace)
    for clause in contract.ensures:
        local = {**values, **({clause.result_name: result} if clause.result_name else {})}
        if not _holds(clause, local, namespace, old):
            return _class_name(clause)
    return "ok"


def _exceptional(contract: Contract, error: str, values: dict[str, Any], namespace: dict[str, Any]) -> str:
    allowed = contract.raises
    if allowed is not None and allowed.exceptions is not None and error not in allowed.exceptions:
        return "RaisesContractError"
    for condition in contract.exceptional:
        if condition.exception == error and not eval(condition.expression, {**namespace, **values}):
            return "ReasonContractError"
    return error


def _holds(clause: Clause, values: dict[str, Any], namespace: dict[str, Any], old: dict[str, Any]) -> bool:
    expression = clause.expression
    local = dict(values)
    for index, (text, _) in enumerate(clause.old):
        expression = expression.replace(text, f"old_{index}_")
        local[f"old_{index}_"] = old[text]
    # As globals, because a comprehension inside `eval` sees no locals before Python 3.12.
    return bool(eval(expression, {**namespace, **local}))


def _class_name(clause: Clause) -> str:
    return clause.raises_on_failure.split(".")[-1]


def run(tree: ast.Module) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "example"}
    # icontract reads the source of a condition for its message and fails with OSError where there is none.
    source = ast.unparse(tree)
    path = f"<example {hash(source)}>"
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    exec(compile(source, path, "exec"), namespace)
    return namespace
