"""CrossHair as a second finder of differences. What it does not find proves nothing: it takes True and 1 for the same,
and does not see objects that are shared, defaults, or what is printed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from verheal.prover.backends.crosshair_backend import START_CPU
from verheal.prover.backends.tool_paths import elsewhere
from verheal.prover.comparing.duel import Version
from verheal.prover.run.job import Job
from verheal.prover.run.runner import CallLimits
from verheal.prover.run.shapes import FunctionShape

MOST_SECONDS = 10.0


@dataclass(frozen=True)
class Opinion:
    """`calls` of the version before to be tried; `looked`: CrossHair came to an end, and found no more than these."""

    calls: tuple[str, ...] = ()
    looked: bool = False
    version: str = ""


def crosshair(before: Version, after: Version, shape: FunctionShape, seconds: float) -> Opinion:
    """Only plain functions are asked about: how it makes objects is its own affair. Never raises for what the code or
    CrossHair does."""
    if shape.how != "plain" or shape.drive != "{}" or any(p.annotation is None for p in shape.params):
        return Opinion()
    runner = before.runner
    folders = elsewhere(runner.interpreter)
    tool = {"path": after.module.path, "function": after.job.function, "cpu": seconds, "elsewhere": folders}
    total = 1.5 * seconds + START_CPU
    boxed = replace(
        runner, limits=CallLimits(call_cpu=total, call_wall=4 * total, calls_per_worker=1), warm=None,
        readable=(*runner.readable, *folders, after.module.root), wall_seconds=5 * total + 30,
        memory_bytes=max(runner.memory_bytes, 2_000_000_000),
    )  # fmt: skip
    (record,) = boxed.run(before.module, [Job("", before.job.function, tool=("crosshair_diff", tool))])
    if record["outcome"] != "checked":
        return Opinion()
    calls = tuple(dict.fromkeys(_calls(record.get("inputs") or (), shape)))
    return Opinion(calls, True, f"crosshair {record.get('version', '')}")


def _calls(inputs: Sequence[Mapping[str, Any]], shape: FunctionShape) -> Iterator[str]:
    """Those that can be written: everything by its place, as far as there are places."""
    for given in inputs:
        parts = []
        for param in shape.params:
            if param.kind in ("VarPos", "VarKw") or param.name not in given:
                break
            text = str(given[param.name])
            parts.append(f"{param.name}={text}" if param.kind == "KwOnly" else text)
        else:
            call = f"{shape.qualname}({', '.join(parts)})"
            try:
                ast.parse(call, mode="eval")
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            yield call
