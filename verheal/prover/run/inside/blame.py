"""Tells a precondition of the called function itself from everything else that contract libraries and asserts
raise."""

from __future__ import annotations

import os
from types import CodeType
from typing import TYPE_CHECKING, Any

from .records import frames

if TYPE_CHECKING:
    Blame = dict[str, Any]

LIBRARIES = (os.sep + "icontract" + os.sep, os.sep + "deal" + os.sep)
DEAL_KINDS = {"PreContractError": "pre", "PostContractError": "post", "InvContractError": "invariant",
              "RaisesContractError": "raises", "ReasonContractError": "raises"}  # fmt: skip
# Functions of icontract that evaluate a condition, or make the error of a broken one: its message shows the
# arguments, whose `repr` may raise.
CONDITIONS = ("_assert_", "_capture", "_eval", "select_", "_create_violation")
PRINTERS = ("_represent.py", "_recompute.py")  # its files that make the message
NOTHING = object()


def library_of(error: BaseException) -> str:
    for kind in type(error).__mro__:
        root = str(kind.__module__).split(".")[0]
        if root in ("icontract", "deal") and kind.__name__.endswith("Error"):
            return root
    return ""


def blame(error: BaseException, body: CodeType | None, assert_lines: list[Any]) -> Blame:
    """{"kind": "pre" | "post" | "invariant" | "raises" | "", "library": ..., "top": bool}.

    `top` says that it is the called function's own contract: its body has not been entered, or has been left
    again.
    """
    stack = list(frames(error.__traceback__))
    inside = [line for frame, line in stack if frame.f_code is body]
    if inside and in_lines(inside[0], assert_lines):
        return {"kind": "pre", "library": "assert", "top": True}
    library = library_of(error) or condition_of(stack)
    if not library or (library == "icontract" and inside):
        return {"kind": "", "library": library, "top": False}
    kind = deal_kind(error, stack) if library == "deal" else icontract_kind(stack)
    return {"kind": kind, "library": library, "top": bool(kind) and not inside}


def in_lines(line: int, wanted: list[Any]) -> bool:
    return any(w[0] <= line <= w[1] if isinstance(w, (list, tuple)) else line == w for w in wanted)


def condition_of(stack: list[tuple[Any, int]]) -> str:
    """The library that was evaluating a condition when something else than its own error left it.

    Either the condition itself raised, or it was false and `error=` names another exception (icontract).
    """
    for frame, _ in reversed(stack):
        code = frame.f_code
        if LIBRARIES[0] in code.co_filename and not code.co_filename.endswith(PRINTERS):
            named = code.co_name == "wrapper" and "violation_error" in frame.f_locals
            raising = named and frame.f_locals["violation_error"] is not None
            return (
                "icontract" if raising or code.co_name.startswith(CONDITIONS) else ""
            )
        if LIBRARIES[1] in code.co_filename:
            return "deal" if code.co_filename.endswith("_validators.py") else ""
    return ""


def deal_kind(error: BaseException, stack: list[tuple[Any, int]]) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in DEAL_KINDS:
            return DEAL_KINDS[kind.__name__]
    return "post" if has_result([frame for frame, _ in stack]) else "pre"


def icontract_kind(stack: list[tuple[Any, int]]) -> str:
    """icontract raises one type for all: what its checker had computed by then tells them apart."""
    ours = [frame for frame, _ in stack if LIBRARIES[0] in frame.f_code.co_filename]
    names = [frame.f_code.co_name for frame in ours]
    if "_assert_invariant" in names:
        return "invariant" if "__init__" in str(ours[0].f_locals.get("func")) or has_result(ours) else "pre"
    if "_assert_preconditions" in names:
        return "pre"
    if "_assert_postconditions" in names or "_capture_old" in names:
        return "post"
    if "wrapper" in names:
        return "post" if has_result(ours) else "pre"
    return ""


def has_result(library_frames: list[Any]) -> bool:
    return found_result(library_frames) is not NOTHING


def found_result(library_frames: list[Any]) -> Any:
    """What the function had returned before its contract's check failed, from the checker's own variables."""
    for frame in reversed(library_frames):
        local = frame.f_locals
        resolved = local.get("resolved_kwargs")
        if (
            isinstance(resolved, dict)
            and "result" in resolved
            and frame.f_code.co_name != "_assert_preconditions"
        ):
            return resolved["result"]
        if "result" in local and frame.f_code.co_name in ("wrapper", "_run_sync"):
            return local["result"]
    return NOTHING


def result_before_violation(error: BaseException) -> Any:
    """The returned value under a violated postcondition, or NOTHING."""
    stack = [
        f for f, _ in frames(error.__traceback__) if any(part in f.f_code.co_filename for part in LIBRARIES)
    ]
    return found_result(stack)
