"""Hypothesis on one function, in the worker: generates calls, runs each like any other job, shrinks what
fails."""

from __future__ import annotations

import inspect
import time
from types import ModuleType
from typing import Any

from . import call, subject, tools
from .strategies import Strategies, Unsupported

ENDED = ("returned", "raised")


class Failing(Exception):
    """Tells Hypothesis that an example failed."""


class Tally:
    """Counts of the run, and the last failing record (the smallest, once Hypothesis has shrunk)."""

    def __init__(self) -> None:
        self.tried = self.satisfied = self.returned = self.hangs = 0
        self.failure: dict[str, Any] | None = None


def run(module: ModuleType, job: dict[str, Any]) -> dict[str, Any]:
    """{"outcome": "tested", "tried", "satisfied", "returned", "hangs", "failure": record or None,
    "version"}."""
    wanted = job["hypothesis"]
    tool = tools.load("hypothesis", wanted.get("elsewhere") or [])
    if tool is None:
        return {"outcome": "no_tool", "why": "hypothesis is not installed for this interpreter"}
    began = time.process_time()
    tally = Tally()
    record: dict[str, Any] = {"outcome": "tested", "version": tools.version(tool)}
    try:
        explore(tool, module, job, wanted, tally)
    except Failing:
        pass
    except Unsupported as reason:
        record.update(outcome="unsupported", why=str(reason))
    except subject.NotFound as error:
        record.update(outcome="not_found", why=f"no function {error} in the module")
    except Exception as error:
        # Unsatisfiable: too few examples met the requires; the counts say so. Flaky: the failure is there all
        # the same.
        record["note"] = f"{type(error).__name__}: {error}"[:300]
    record.update(vars(tally), cpu_seconds=round(time.process_time() - began, 6))
    return record


def explore(tool: Any, module: ModuleType, job: dict[str, Any], wanted: dict[str, Any], tally: Tally) -> None:
    limits = {"call_cpu": wanted["call_cpu"]}
    stop_at = time.process_time() + float(wanted["cpu"])

    def example(text: str) -> None:
        if time.process_time() > stop_at or tally.hangs >= int(wanted["most_hangs"]):
            return
        record = call.once(module, dict(job, call=text), limits)
        tally.tried += 1
        tally.hangs += record["outcome"] == "timeout"
        counts = (
            record["outcome"] in ENDED
            and record.get("requires_held") is True
            and record.get("args_conform") is True
        )
        tool.assume(counts)
        tally.satisfied += 1
        tally.returned += record["outcome"] == "returned"
        if fails(record):
            tally.failure = record
            raise Failing

    settings = tool.settings(
        max_examples=int(wanted["examples"]),
        deadline=None,
        database=None,
        derandomize=not wanted["seed"],
        suppress_health_check=list(tool.HealthCheck),
        print_blob=False,
    )
    test = settings(tool.given(calls(tool, module, str(job["function"])))(example))
    if wanted["seed"]:
        test = tool.seed(int(wanted["seed"]))(test)
    test()


def calls(tool: Any, module: ModuleType, qualname: str) -> Any:
    """Strategy of call expressions for the function."""
    import hypothesis.strategies as st

    strategies = Strategies(st, module)
    owner, name, raw = subject.locate(module, qualname)
    function = subject.callable_of(raw)
    if owner is module:
        return strategies.call(name, function, function, skip_first=False)
    path = qualname.rsplit(".", 1)[0]
    if isinstance(raw, (staticmethod, classmethod)):
        return strategies.call(f"{path}.{name}", function, function, skip_first=isinstance(raw, classmethod))
    if name in ("__init__", "__new__"):
        return strategies.call(path, function, function)
    receiver = strategies.instance(owner)
    if not inspect.isfunction(inspect.unwrap(raw)) and not callable(raw):
        return receiver.map(lambda text: f"{text}.{name}")
    method = strategies.call(f".{name}", function, function)
    return st.tuples(receiver, method).map("".join)


def fails(record: dict[str, Any]) -> bool:
    """Whether the record has any failure (told apart in detail by the parent)."""
    error = record.get("exception") or {}
    if error.get("environment"):
        return False
    return bool(
        (record["outcome"] == "raised" and not error.get("declared"))
        or any(v["ok"] is False or v["raised"] for v in record.get("ensures") or ())
        or record.get("callee_failures")
        or record.get("result_conforms") is False
        or (record.get("contract") or {}).get("top")
    )
