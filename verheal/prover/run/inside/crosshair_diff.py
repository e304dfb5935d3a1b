"""CrossHair on two versions of one function, in the worker: inputs on which it has them differ. Guesses, until they
are run."""

from __future__ import annotations

import time
from collections import Counter
from types import ModuleType
from typing import Any

from . import subject, tools
from .loading import load_by_path
from .records import short, type_name


def run(module: ModuleType, job: dict[str, Any]) -> dict[str, Any]:
    """{"outcome": "checked", "inputs": [{parameter: repr}], "paths", "exhausted", "version", "cpu_seconds"}."""
    wanted = job["crosshair_diff"]
    tool = tools.load("crosshair", wanted.get("elsewhere") or [])
    if tool is None:
        return {"outcome": "no_tool", "why": "crosshair is not installed for this interpreter"}
    began = time.process_time()
    record: dict[str, Any] = {"outcome": "checked", "version": tools.version(tool)}
    try:
        record.update(compared(module, job, wanted))
    except subject.NotFound as error:
        record.update(outcome="not_found", why=f"no function {error} in the module")
    except Exception as error:
        record.update(outcome="tool_error", why=f"{type_name(type(error))}: {short(error)}"[:500])
    record["cpu_seconds"] = round(time.process_time() - began, 6)
    return record


def compared(module: ModuleType, job: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    import crosshair.core_and_libs  # noqa: F401 - registers what it knows of the library
    from crosshair.diff_behavior import ExceptionEquivalenceType, diff_behavior
    from crosshair.fnutil import FunctionInfo
    from crosshair.options import DEFAULT_OPTIONS, AnalysisOptionSet

    after = load_by_path(module.__name__ + "_after", str(wanted["path"]))
    one = FunctionInfo(*subject.locate(module, str(job["function"])))
    other = FunctionInfo(*subject.locate(after, str(wanted["function"])))
    options = DEFAULT_OPTIONS.overlay(AnalysisOptionSet(per_condition_timeout=float(wanted["cpu"])))
    options.stats = Counter()
    found = diff_behavior(one, other, options, ExceptionEquivalenceType.SAME_TYPE)
    if isinstance(found, str):
        return {"outcome": "tool_error", "why": found[:500]}
    stats = options.stats
    return {"inputs": [dict(one.args) for one in found[:20]], "paths": stats["num_paths"],
            "exhausted": stats["exhaustion"] > 0}  # fmt: skip
