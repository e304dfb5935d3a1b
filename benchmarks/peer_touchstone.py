"""touchstone-prover over the corpus, used as its documentation says, in its favour where that is open.

`touchstone check --requires PRE` for asserts, with the leading ones as preconditions, since it has no other
way to write them. `touchstone verify` for functions with an @ensure, plus `check` for what verify leaves out:
errors at run time; for functions with preconditions alone, `check`. It reads no PEP 316, no deal.post and no
invariants of classes: undecided. A `raise` that the function itself writes is not held against it.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

import environments
from corpus import Answer, Entry, Said, ToolResult
from measure import ROOT, run

READ_DECORATORS = frozenset({"require", "pre", "ensure", "safe", "pure"})
LIMIT = 120.0


def touchstone(entries: tuple[Entry, ...], folder: Path) -> ToolResult:
    python = environments.environment(folder / "touchstone", environments.TOUCHSTONE)
    program = str(python.parent / "touchstone")
    answers: dict[str, Answer] = {}
    troubles: list[str] = []
    cpu = wall = 0.0
    for entry in entries:
        said: list[Answer] = []
        for arguments in _commands(entry):
            file = str(ROOT / entry.path)
            done = run([program, arguments[0], file, "--func", entry.function, "--json", *arguments[1:]],
                       limit=LIMIT)  # fmt: skip
            cpu, wall = cpu + done.cpu, wall + done.wall
            said.append(_read(done.out))
            if done.late or done.code not in (0, 1, 2):
                troubles.append(f"{entry.name}: exit {done.code}: {done.err.strip()[-200:]}")
        answers[entry.name] = _together(said)
    found = environments.versions(python, "touchstone-prover", "z3-solver", "cvc5")
    return ToolResult("touchstone", found, answers, cpu, wall, tuple(troubles))


def _commands(entry: Entry) -> list[list[str]]:
    """What to ask it about the function, verb first; nothing where it cannot read the contract."""
    function, decorators, bound = _find(entry)
    if entry.dialect == "asserts":
        return [["check", *_requires(_leading(function))]]
    names = {name for name, _ in decorators}
    if entry.dialect == "pep316" or bound or not names <= READ_DECORATORS:
        return []
    check = ["check", *_requires([pre for name, pre in decorators if name in ("require", "pre") and pre])]
    return [["verify"], check] if "ensure" in names else [check]


def _find(entry: Entry) -> tuple[ast.FunctionDef, list[tuple[str, str]], bool]:
    """The function, name and lambda body of each of its decorators, and whether its class has invariants."""
    body: list[ast.stmt] = ast.parse((ROOT / entry.path).read_text(encoding="utf-8")).body
    *owners, name = entry.function.split(".")
    bound = False
    for owner in owners:
        found = next(node for node in body if isinstance(node, ast.ClassDef) and node.name == owner)
        bound = bound or any(_decorator(node)[0] in ("inv", "invariant") for node in found.decorator_list)
        body = found.body
    function = next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == name)
    return function, [_decorator(node) for node in function.decorator_list], bound


def _decorator(node: ast.expr) -> tuple[str, str]:
    called = node.func if isinstance(node, ast.Call) else node
    word = called.attr if isinstance(called, ast.Attribute) else ast.unparse(called)
    first = node.args[0] if isinstance(node, ast.Call) and node.args else None
    return word, ast.unparse(first.body) if isinstance(first, ast.Lambda) else ""


def _leading(function: ast.FunctionDef) -> list[str]:
    conditions: list[str] = []
    for node in function.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and not conditions:
            continue
        if not isinstance(node, ast.Assert):
            break
        conditions.append(ast.unparse(node.test))
    return conditions


def _requires(conditions: list[str]) -> list[str]:
    return ["--requires", " and ".join(f"({c})" for c in conditions)] if conditions else []


def _read(text: str) -> Answer:
    try:
        answer = json.loads(text)
    except ValueError:
        return Answer(Said.UNDECIDED, "no answer")
    why = f"{answer['property']}: {answer['counterexample'] or ''} {answer['reason']}"
    if answer["status"] == "PROVED":
        return Answer(Said.PROVED, why)
    if answer["status"] == "REFUTED" and "uncaught raise" not in why:
        return Answer(Said.REFUTED, why)
    return Answer(Said.UNDECIDED, why)


def _together(said: list[Answer]) -> Answer:
    """A refutation by any verb; else what the verb for the contract, which is the first, says."""
    if not said:
        return Answer(Said.UNDECIDED, "cannot read this notation")
    return next((answer for answer in said if answer.said is Said.REFUTED), said[0])
