"""Runs one job in the worker and writes its record."""

from __future__ import annotations

import inspect
import linecache
import sys
import time
from collections.abc import Callable
from types import CodeType, FrameType, ModuleType
from typing import TYPE_CHECKING, Any

from . import blame, subject, timer
from .canonical import digest_of
from .casts import watch_casts
from .compared import Compared
from .conform import Checker, all_of
from .hints import hints_of
from .languages import needed
from .made import GUARD, LOOK, TOP, Rejected, guarded
from .observe import Observation, Watch
from .on_purpose import given_up
from .records import CALL_FILE, exception_record, frames, short, type_name
from .unfinished import from_abstract_method

if TYPE_CHECKING:
    Job = dict[str, Any]
    Record = dict[str, Any]


def run(module: ModuleType, job: Job, limits: dict[str, Any]) -> Record:
    """The record of one call; repeated as often as the job asks, to see whether it does the same every
    time."""
    if job.get("crosshair"):
        from . import crosshair_run

        return crosshair_run.run(module, job)
    if job.get("crosshair_diff"):
        from . import crosshair_diff

        return crosshair_diff.run(module, job)
    if job.get("hypothesis"):
        from . import hypothesis_run

        return hypothesis_run.run(module, job)
    record = once(module, job, limits)
    same: bool | None = None
    for _ in range(int(job.get("repeats") or 1) - 1):
        if record["outcome"] not in ("returned", "raised"):
            break
        again = once(module, job, limits)
        same = (same is not False) and again.get("digest") == record.get("digest")
    record["deterministic"] = same
    return record


def once(module: ModuleType, job: Job, limits: dict[str, Any]) -> Record:
    """One run. What is ours lies on the stack too: where that overflows it is run again with as much stack as it has
    in a program, and without observers of callees."""
    record = attempt(module, job, limits)
    if job.get("function") and (record.get("exception") or {}).get("overflows"):  # a contract's own error may hide it
        alone = attempt(module, dict(job, callees=(), whole_stack=True), limits)
        alone["callee_failures"] = record.get("callee_failures", [])
        alone["cpu_seconds"] += record["cpu_seconds"]
        return alone
    return record


def attempt(module: ModuleType, job: Job, limits: dict[str, Any]) -> Record:
    watch = Compared(module, job) if job.get("compare") else Watch(module, job)
    patches = subject.Patches()
    began = time.process_time()
    try:
        names = prepare(module, job, watch, patches)
        code = guarded(str(job["call"])) if job.get("function") else plain(str(job["call"]))
    except subject.NotFound as error:
        patches.undo()
        return {"outcome": "not_found", "why": f"no function {error} in the module"}
    except (SyntaxError, ValueError, KeyError, RecursionError, MemoryError) as error:
        patches.undo()
        return {"outcome": "bad_call", "why": short(error)}
    try:
        with timer.limited(limits["call_cpu"]):
            record = evaluate(watch, code, names)
            if isinstance(watch, Compared):
                record["ending"] = watch.ending
    except timer.OverTime:
        record = {"outcome": "timeout", "limit": "cpu"}
    except BaseException as error:  # writing the record ran user code (__repr__, __eq__) that raised
        record = {"outcome": "unreadable", "why": type_name(type(error))}
    finally:
        patches.undo()
        if isinstance(watch, Compared):
            watch.printed.end()
    record.setdefault("requires_held", None)
    record["call"], record["cpu_seconds"] = job["call"], round(time.process_time() - began, 6)
    return record


def plain(call: str) -> CodeType:
    return compile(call.strip(), CALL_FILE, "eval")


def prepare(module: ModuleType, job: Job, watch: Watch, patches: subject.Patches) -> dict[str, Any]:
    """Put the observers in place; returns the namespace of the call expression."""
    for callee in job.get("callees") or ():
        home = sys.modules.get(callee.get("module") or "", module)
        try:
            owner, name, raw = subject.locate(home, callee["function"])
        except subject.NotFound:
            continue
        patches.put(owner, name, subject.rewrapped(raw, watch.callee_observer(callee)))
        if home is not module and owner is home:
            for alias in [n for n, value in vars(module).items() if value is raw]:
                patches.put(module, alias, vars(home)[name])
    watch_casts(patches, watch.broken_cast)
    names = dict(vars(module))
    if job.get("function"):
        owner, name, raw = subject.locate(module, str(job["function"]))
        watch.code = subject.body_code(subject.callable_of(raw))
        observed = subject.rewrapped(raw, watch.observe)
        watch.guard.target = subject.callable_of(observed)
        names.update({GUARD: watch.guard, TOP: watch.guard.top, LOOK: watch.guard.look})
        if owner is module:
            names[name] = observed
        else:
            patches.put(owner, name, observed)
            watch.own = (owner, name, raw, observed)
    return names


def evaluate(watch: Watch, code: Any, names: dict[str, Any]) -> Record:
    error: BaseException | None = None
    result: Any = None
    try:
        result = eval(code, names)
    except (Rejected, timer.OverTime) as stop:
        if isinstance(stop, timer.OverTime):
            raise
        error = stop
    except BaseException as raised:
        error = raised
    if isinstance(watch, Compared):
        error = watch.end(result, error)
    if not watch.job.get("function"):
        return free_record(watch, result, error)
    if not watch.calls:
        if isinstance(error, Rejected):
            return dict(input_record(watch, Observation()), outcome="rejected")
        # Nothing reached the function: the arguments could not even be made.
        record: Record = {"outcome": "not_called", "args_conform": None}
        if error is not None:
            record["exception"] = exception_record(error, watch.names, module_path(watch))
        return record
    seen = watch.calls[-1]
    if isinstance(error, Rejected):
        return dict(input_record(watch, seen), outcome="rejected")
    if seen.returned and error is not None and passes_through(error, watch.code):
        seen.returned, seen.error = False, error  # a generator or coroutine that failed while it was driven
    if not seen.returned and seen.error is None:
        # Looking at the input raised (a `__repr__` or `__eq__` of the user's): the function was never run on
        # it.
        why = type_name(type(error)) if error is not None else ""
        return dict(
            input_record(watch, seen), outcome="unreadable", requires_held=None, why=f"{why}: {error}"[:300]
        )
    return judged(watch, seen, code, names)


def passes_through(error: BaseException, code: CodeType | None) -> bool:
    return code is not None and any(frame.f_code is code for frame, _ in frames(error.__traceback__))


def free_record(watch: Watch, result: Any, error: BaseException | None) -> Record:
    """Without a function to watch: only what the expression gives."""
    if error is not None:
        record = exception_record(error, watch.names, module_path(watch), watch.job.get("declared"))
        digest, complete = digest_of(type_name(type(error)))
        return {"outcome": "raised", "exception": record, "digest": digest, "complete": complete}
    digest, complete = digest_of(result)
    return {"outcome": "returned", "result": short(result), "result_type": type_name(type(result)),
            "digest": digest, "complete": complete}  # fmt: skip


def module_path(watch: Watch) -> str:
    return str(getattr(watch.module, "__file__", ""))


def input_record(watch: Watch, seen: Observation) -> Record:
    """What is known of the input."""
    guard = watch.guard
    nonconforming = [*seen.nonconforming, *guard.nonconforming]
    undetermined = [*seen.undetermined, *guard.undetermined]
    conform: bool | None = None if undetermined else True
    return {
        "args": seen.before,
        "args_conform": False if nonconforming else conform,
        "nonconforming": nonconforming,
        "undetermined": undetermined,
        "untyped": seen.untyped,
        "requires": seen.requires,
        "requires_held": None if nonconforming else all_of([seen.requires_held, guard.requires_held]),
        "callee_failures": watch.callee_failures,
    }


def judged(watch: Watch, seen: Observation, code: Any, names: dict[str, Any]) -> Record:
    """The record of an input that counts: how the function ended and which conditions hold then."""
    record = input_record(watch, seen)
    record["contract"] = None
    if seen.error is not None:
        raised(watch, seen, record)
        if record["outcome"] == "rejected":
            return record
    if seen.returned:
        record["outcome"] = "returned"
        record["result"], record["result_type"] = short(seen.result), type_name(type(seen.result))
        returned_type(watch, seen, record, code, names)
    record["ensures"] = watch.outcome_clauses(seen)
    record["violated"] = [v["text"] for v in record["ensures"] if v["ok"] is False]
    changes(watch, seen, record)
    return record


def raised(watch: Watch, seen: Observation, record: Record) -> None:
    error = seen.error
    assert error is not None
    record["outcome"] = "raised"
    record["exception"] = exception_record(error, watch.names, module_path(watch), watch.job.get("declared"))
    if from_abstract_method(error) and [frame.f_code for frame, _ in frames(error.__traceback__)][-1] is watch.code:
        record["exception"]["environment"] = False  # it does what it is there for
    if given_up(error, watch.code):
        record["exception"]["declared"] = True
    needs = needed(error, seen.passed)
    if needs:
        record["exception"].update(environment=True, needs=needs)
    why = blame.blame(error, watch.code, list(watch.job.get("assert_lines") or ()))
    if why["kind"]:
        record["contract"] = why
    if why["top"] and why["kind"] == "pre":
        record["outcome"], record["requires_held"] = "rejected", False
    elif not passes_through(error, watch.code) and any(v["ok"] is None for v in seen.requires):
        record["requires_held"] = None  # it may be the very condition that nobody could read
    elif why["top"] and why["kind"] in ("post", "invariant"):
        value = blame.result_before_violation(error)
        if value is not blame.NOTHING:
            seen.returned, seen.result = True, value


def returned_type(watch: Watch, seen: Observation, record: Record, code: Any, names: dict[str, Any]) -> None:
    """Whether the result conforms to the return annotation, and if not, the line it was returned from."""
    owner, _, raw = subject.locate(watch.module, str(watch.job["function"]))
    hints = hints_of(inspect.unwrap(subject.callable_of(raw)))
    unannotated = "return" not in hints or watch.code is None or watch.code.co_flags & 0x2A0  # generators, coroutines
    if unannotated or seen.result is NotImplemented:  # which no annotation of an operator mentions
        record["result_conforms"] = None
        return
    record["result_conforms"] = Checker(watch.names, False, as_class(owner)).check(
        seen.result, hints["return"]
    )
    if record["result_conforms"] is False:
        line = record["return_line"] = line_of_return(watch, lambda: eval(code, dict(names)))
        if line and "type: ignore" in linecache.getline(module_path(watch), line):
            record["result_conforms"] = None  # whoever wrote it answers for it


def as_class(owner: Any) -> type | None:
    return owner if isinstance(owner, type) else None


def line_of_return(watch: Watch, again: Callable[[], Any]) -> int | None:
    """Run once more under a profiler: the last line at which the function's own frame returned."""
    lines: list[int] = []

    def profiler(frame: FrameType, event: str, argument: Any) -> None:
        if event == "return" and frame.f_code is watch.code:
            lines.append(frame.f_lineno)

    sys.setprofile(profiler)
    try:
        again()
    except Exception:
        pass
    finally:
        sys.setprofile(None)
    return lines[-1] if lines else None


def changes(watch: Watch, seen: Observation, record: Record) -> None:
    """Which arguments the call changed, and one digest of the whole outcome."""
    record["mutated"] = {
        name: [seen.before[name], short(value)]
        for name, value in seen.arguments.items()
        if name in seen.digests and digest_of(value)[0] != seen.digests[name]
    }
    state: list[Any] = []
    if watch.job.get("module_state"):
        state = [
            v
            for n, v in sorted(vars(watch.module).items())
            if isinstance(v, (list, dict, set)) and n[:2] != "__"
        ]
    ending = (
        type_name(type(seen.error)) if record["outcome"] == "raised" and not seen.returned else seen.result
    )
    kind = "raised" if not seen.returned else "returned"
    record["digest"], record["complete"] = digest_of(kind, ending, list(seen.arguments.values()), state)
