"""Evaluates written conditions in CPython, on the entry state or on the outcome."""

from __future__ import annotations

import ast
import copy
from functools import lru_cache
from types import CodeType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from .records import CLAUSE_FILE, type_name

if TYPE_CHECKING:
    ClauseData = dict[str, Any]


def normal(clause: str | ClauseData, kind: str) -> ClauseData:
    """A clause given as bare text stands for itself."""
    data = {"expression": clause} if isinstance(clause, str) else dict(clause)
    data.setdefault("text", data.get("expression", ""))
    data.setdefault("kind", kind)
    return data


class _Swap(ast.NodeTransformer):
    """Puts a name where the expression says `OLD.xs` (or whatever denotes the entry state)."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit(self, node: ast.AST) -> Any:
        name = self.names.get(ast.dump(node)) if isinstance(node, ast.expr) else None
        if name is not None:
            return ast.copy_location(ast.Name(id=name, ctx=ast.Load()), node)
        return self.generic_visit(node)


def compiled(clause: ClauseData) -> CodeType:
    """Code of the clause in which each `old` text is a name. Raises SyntaxError."""
    return _compiled(clause["expression"].strip(), tuple(text for text, _ in clause.get("old") or ()))


@lru_cache(maxsize=256)
def _compiled(expression: str, old: tuple[str, ...]) -> CodeType:
    tree = ast.parse(expression, CLAUSE_FILE, "eval")
    marks = {}
    for number, text in enumerate(old):
        marks[ast.dump(ast.parse(text, CLAUSE_FILE, "eval").body)] = old_name(number)
    if marks:
        tree = ast.fix_missing_locations(_Swap(marks).visit(tree))
    return compile(tree, CLAUSE_FILE, "eval")


def old_name(number: int) -> str:
    return f"_verheal_old_{number}"


def entry_state(clause: ClauseData, names: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What the clause needs of the state before the call, and the name of the exception when that could not
    be had."""
    found: dict[str, Any] = {}
    try:
        for number, (_, expression) in enumerate(clause.get("old") or ()):
            value = eval(_compiled(expression.strip(), ()), dict(names))
            found[old_name(number)] = copy.deepcopy(value) if clause.get("old_copies") else value
    except Exception as error:
        return {}, type_name(type(error))
    return found, ""


def old_arguments(arguments: dict[str, Any]) -> SimpleNamespace | None:
    """`__old__`: copies of all parameters, sharing kept. None when they cannot be copied."""
    try:
        return SimpleNamespace(**copy.deepcopy(arguments))
    except Exception:
        return None


def evaluate(clause: ClauseData, names: dict[str, Any]) -> ClauseData:
    """{"kind", "text", "ok", "raised"}: ok is False when false, None when evaluating raised or there is
    nothing to evaluate."""
    verdict: ClauseData = {"kind": clause["kind"], "text": clause["text"], "ok": None, "raised": None}
    if not clause.get("expression"):
        return verdict
    try:
        verdict["ok"] = bool(eval(compiled(clause), dict(names)))
    except Exception as error:
        verdict["raised"] = type_name(type(error))
    return verdict


def evaluate_in_order(clauses: list[ClauseData], names: dict[str, Any]) -> list[ClauseData]:
    """All clauses; after one that does not hold, later ones that raise are left out: it would have guarded
    them."""
    verdicts: list[ClauseData] = []
    guarded = False
    for clause in clauses:
        verdict = evaluate(clause, names)
        if not (guarded and verdict["raised"]):
            verdicts.append(verdict)
        guarded = guarded or verdict["ok"] is not True
    return verdicts
