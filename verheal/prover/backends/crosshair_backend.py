"""CrossHair for one function, in a confined child that can be killed.

Its "Confirmed over all paths" has been seen to be wrong where two references are one object, defaults are
shared or
`match` meets a class pattern: whoever calls says whether such things are in play, and then it is only
bounded.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import Literal

from verheal.lattice.levels import Against, For
from verheal.proofs.assumption import Assumption
from verheal.proofs.evidence import Evidence
from verheal.prover.backends.tool_paths import elsewhere
from verheal.prover.run.job import Job, ModuleRef, Record
from verheal.prover.run.runner import CallLimits, Runner

Status = Literal["confirmed", "bounded", "counterexample", "vacuous", "error"]
KIND_OF_DIALECT = {"assert": "asserts", "pep316": "PEP316", "icontract": "icontract", "deal": "deal"}
FAILED = ("POST_FAIL", "EXEC_ERR", "POST_ERR")
START_CPU = 2.5  # seconds: importing z3 and CrossHair, and finishing a path after its limit


@dataclass(frozen=True)
class InPlay:
    """What the function (with all it calls) has of the things that CrossHair is known to miss. True when
    unsure."""

    shared_references: bool = True
    defaults: bool = True
    module_state: bool = True
    floats: bool = True
    set_order: bool = True
    class_patterns: bool = True

    @property
    def anything(self) -> bool:
        return any(vars(self).values())


@dataclass(frozen=True)
class CrosshairAnswer:
    """`call` of a counterexample is an expression still to be replayed (None when it could not be read).

    `detail` is CrossHair's own words or the reason of an error; `conditions` how many it checked; `seconds`
    CPU time;
    `by_line` what it said of the condition on each line (its own word: CONFIRMED, CANNOT_CONFIRM, ...).
    """

    status: Status
    call: str | None
    detail: str
    line: int
    conditions: int
    seconds: float
    version: str
    by_line: tuple[tuple[int, str], ...] = ()


def check(
    runner: Runner,
    module: ModuleRef,
    function: str,
    dialects: tuple[str, ...],
    in_play: InPlay,
    declared: tuple[str, ...] = (),
    cpu_seconds: float = 5.0,
) -> CrosshairAnswer:
    """Check the contracts of `dialects` (names as in `contracts.dialects`), or, without any, that nothing
    undeclared
    is raised. `cpu_seconds` is shared by its conditions. Never raises for what the code or CrossHair does.
    """
    kinds = tuple(KIND_OF_DIALECT[name] for name in dialects if name in KIND_OF_DIALECT)
    folders = elsewhere(runner.interpreter)
    tool = {"kinds": kinds, "cpu": cpu_seconds, "elsewhere": folders}
    job = Job("", function, declared=declared, tool=("crosshair", tool))
    total = 1.5 * cpu_seconds + START_CPU
    limits = CallLimits(call_cpu=total, call_wall=4 * total, calls_per_worker=1)
    boxed = replace(
        runner, limits=limits, readable=(*runner.readable, *folders), wall_seconds=5 * total + 30,
        memory_bytes=max(runner.memory_bytes, 2_000_000_000), warm=None,
    )  # fmt: skip
    return answer_of(boxed.run(module, [job])[0], in_play, function)


def answer_of(record: Record, in_play: InPlay, function: str) -> CrosshairAnswer:
    """Read what came back. Only "CONFIRMED" for every condition, and at least one, confirms."""
    messages = record.get("messages") or []
    seconds, version = float(record.get("cpu_seconds") or 0.0), str(record.get("version", ""))

    by_line = tuple((int(message["line"]), str(message["state"])) for message in messages)

    def told(status: Status, detail: str, line: int = 0, call: str | None = None) -> CrosshairAnswer:
        return CrosshairAnswer(status, call, detail, line, len(messages), seconds, version, by_line)

    for message in messages:  # a counterexample stands, whatever happened afterwards
        if message["state"] in FAILED:
            call = call_in(message["message"], function)
            return told("counterexample", message["message"], int(message["line"]), call)
    if record["outcome"] != "checked":
        why = record.get("why") or record.get("limit") or record.get("signal") or ""
        return told("error", f"{record['outcome']}: {why}")
    states = {message["state"] for message in messages}
    if not states:
        return told("error", "CrossHair checked nothing")
    if states & {"SYNTAX_ERR", "IMPORT_ERR"}:
        return told("error", "; ".join(message["message"] for message in messages))
    if "PRE_UNSAT" in states:
        return told("vacuous", "no input was found that satisfies the preconditions")
    if states == {"CONFIRMED"}:
        return told("bounded" if in_play.anything else "confirmed", "confirmed over all paths")
    return told("bounded", "nothing found within the limits")


def call_in(message: str, function: str) -> str | None:
    """The call in "... when calling f(1, y='') (which returns 2)", for the module's namespace; None if
    unreadable."""
    _, found, rest = message.partition("when calling ")
    if not found:
        return None
    for end in range(len(rest), 0, -1):
        if rest[end - 1] != ")":
            continue
        try:
            node = ast.parse(rest[:end].strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return ast.unparse(_qualified(node, function))
    return None


def _qualified(call: ast.Call, function: str) -> ast.expr:
    """CrossHair writes `dec(A(0), 1)` for `A.dec`, and leaves static methods and plain functions alike."""
    if "." not in function:
        return call
    return ast.Call(func=ast.parse(function, mode="eval").body, args=call.args, keywords=call.keywords)


def evidence(
    answer: CrosshairAnswer, key: str, assumptions: frozenset[Assumption] = frozenset()
) -> Evidence | None:
    """The answer as evidence under a closure key; None for vacuous and error, which say nothing.

    A counterexample is only suspected until its call has been replayed.
    """
    levels = {
        "confirmed": (For.CONFIRMED, Against.NONE),
        "bounded": (For.BOUNDED, Against.NONE),
        "counterexample": (For.NONE, Against.SUSPECTED),
    }
    if answer.status not in levels:
        return None
    supports, opposes = levels[answer.status]
    by = f"crosshair {answer.version}"
    return Evidence(by, supports, opposes, key, None, answer.seconds, None, assumptions)
