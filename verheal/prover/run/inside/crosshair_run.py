"""CrossHair on one function, in the worker. Everything it says is passed on; nothing is concluded here."""

from __future__ import annotations

import dataclasses
import inspect
import time
from types import ModuleType
from typing import Any

from . import subject, tools
from .records import is_declared, short, type_name


def run(module: ModuleType, job: dict[str, Any]) -> dict[str, Any]:
    """{"outcome": "checked", "messages": [{"state", "message", "line", "condition"}], "version",
    "cpu_seconds"}.

    Without a contract of the wanted kinds the goal is that nothing undeclared is raised.
    """
    wanted = job["crosshair"]
    tool = tools.load("crosshair", wanted.get("elsewhere") or [])
    if tool is None:
        return {"outcome": "no_tool", "why": "crosshair is not installed for this interpreter"}
    began = time.process_time()
    record: dict[str, Any] = {"outcome": "checked", "version": tools.version(tool), "messages": []}
    try:
        for checkable in checkables(module, job, wanted):
            for message in checkable.analyze():
                record["messages"].append(
                    {
                        "state": message.state.name,
                        "message": message.message,
                        "line": message.line,
                        "condition": message.condition_src or "",
                    }
                )
    except subject.NotFound as error:
        record.update(outcome="not_found", why=f"no function {error} in the module")
    except Exception as error:
        record.update(outcome="tool_error", why=f"{type_name(type(error))}: {short(error)}"[:500])
    record["cpu_seconds"] = round(time.process_time() - began, 6)
    return record


def checkables(module: ModuleType, job: dict[str, Any], wanted: dict[str, Any]) -> list[Any]:
    """What CrossHair will check: the function's contracts, else its undeclared exceptions."""
    from crosshair.core_and_libs import analyze_function
    from crosshair.fnutil import FunctionInfo
    from crosshair.options import AnalysisKind, AnalysisOptionSet

    owner, name, raw = subject.locate(module, str(job["function"]))
    info = FunctionInfo(owner, name, raw)
    options = AnalysisOptionSet(
        analysis_kind=[AnalysisKind(kind) for kind in wanted["kinds"]],
        per_condition_timeout=float(wanted["cpu"]),
        report_all=True,
    )
    found = list(analyze_function(info, options)) if wanted["kinds"] else []
    found = found or [raises_only(info, options, module, job)]
    permitted = declared_types(module, job)
    for checkable in found:
        if hasattr(checkable, "conditions"):
            wider = checkable.conditions.raises | permitted
            checkable.conditions = dataclasses.replace(checkable.conditions, raises=wider)
        if hasattr(checkable, "options"):
            checkable.options.per_condition_timeout = float(wanted["cpu"]) / len(found)
    return found


def raises_only(info: Any, options: Any, module: ModuleType, job: dict[str, Any]) -> Any:
    """The goal `post: True`: CrossHair then reports every exception that is not declared."""
    from crosshair.condition_parser import POSTCONDITION, ConditionExpr, Conditions
    from crosshair.core import ConditionCheckable
    from crosshair.options import DEFAULT_OPTIONS

    function, signature = info.callable()
    line = function.__code__.co_firstlineno if inspect.isfunction(function) else 0
    post = ConditionExpr(POSTCONDITION, lambda names: True, str(module.__file__), line, "True")
    conditions = Conditions(function, function, [], [post], frozenset(), signature, None, [])
    return ConditionCheckable(info, DEFAULT_OPTIONS.overlay(options), conditions)


def declared_types(module: ModuleType, job: dict[str, Any]) -> frozenset[Any]:
    """The exception types that may leave the function."""
    names = dict(vars(module))
    return frozenset(kind for kind in exceptions(names) if is_declared(kind(), names, job.get("declared")))


def exceptions(names: dict[str, Any]) -> list[Any]:
    """Exception types that the module can name and that can be made without arguments."""
    import builtins

    found = []
    for value in {**vars(builtins), **names}.values():
        if isinstance(value, type) and issubclass(value, Exception):
            try:
                value()
            except Exception:
                continue
            found.append(value)
    return found
