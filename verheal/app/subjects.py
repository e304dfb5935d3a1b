"""Which functions are checked, which are left out and why, and what each of them is keyed by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256

from verheal.app.options import SkipRule
from verheal.contracts.source.callgraph import CallGraph, call_graph
from verheal.contracts.source.closure import Closures
from verheal.contracts.source.effects import propagate
from verheal.contracts.source.model import Effect, Function, Repository
from verheal.prover.task import Task
from verheal.report.model import Skip

CALM = (Effect.PURE, Effect.MUTATES_ARGUMENTS)


@dataclass(frozen=True)
class Subjects:
    """`shown` are the functions reported, `tasks` what has to be known for it, callees first."""

    repository: Repository
    graph: CallGraph
    shown: tuple[Function, ...]
    skipped: Mapping[str, Skip]
    tasks: tuple[Task, ...]


def subjects(
    repository: Repository,
    wanted: Sequence[str],
    rules: Sequence[SkipRule],
    fingerprint: str,
    runtime: str,
    left: frozenset[str] = frozenset(),
) -> Subjects:
    """`wanted` are qualified names or globs; empty means all. `fingerprint` is of everything that a report
    depends on besides the source, `runtime` of what a run of the code depends on; `left` are not reported.
    """
    graph = call_graph(repository)
    functions = {function.key: function for function in repository.functions}  # the last of a name counts
    skipped = _skipped(repository, functions.values(), rules)
    chosen = (f for f in repository.functions if functions[f.key] is f and f.key not in left)
    shown = tuple(f for f in chosen if is_wanted(f, wanted))
    needed = _with_callees([f.key for f in shown if f.key not in skipped], graph)
    order = [
        key for component in graph.components for key in component if key in needed and key not in skipped
    ]
    closures = Closures(repository, graph)
    effects = propagate(repository, graph)
    tasks = []
    for key in order:
        function = functions[key]
        closure = closures.digest(key)
        level = effects[key]
        tasks.append(
            Task(
                key,
                "sha256:" + _digest(closure, runtime),
                _digest("report", closure, fingerprint, function.path, key),
                level.level not in CALM,
                level.reason,
            )
        )
    return Subjects(repository, graph, shown, skipped, tuple(tasks))


def is_wanted(function: Function, wanted: Sequence[str]) -> bool:
    """Whether one of the names or globs means it; without any, every function is wanted."""
    return not wanted or any(
        fnmatchcase(function.qualname, pattern) or fnmatchcase(function.key, pattern) for pattern in wanted
    )


def _with_callees(keys: Iterable[str], graph: CallGraph) -> frozenset[str]:
    """Verdicts may rest on the contracts of what is called."""
    found = set(keys)
    stack = list(found)
    while stack:
        for callee in graph.calls.get(stack.pop(), ()):
            if callee not in found:
                found.add(callee)
                stack.append(callee)
    return frozenset(found)


def _skipped(
    repository: Repository, functions: Iterable[Function], rules: Sequence[SkipRule]
) -> dict[str, Skip]:
    modules = {module.name: module for module in repository.modules}
    found: dict[str, Skip] = {}
    for function in functions:
        comment = function.skip or modules[function.module].skip
        rule = next((rule for rule in rules if _applies(rule, function)), None)
        if comment is not None:
            found[function.key] = Skip(function.path, function.qualname, comment.line, comment.reason)
        elif rule is not None:
            found[function.key] = Skip(function.path, function.qualname, 0, rule.reason)
    return found


def _applies(rule: SkipRule, function: Function) -> bool:
    path = fnmatchcase(function.path, rule.path) or fnmatchcase(function.path, f"*/{rule.path}")
    return path and fnmatchcase(function.qualname, rule.function)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
