"""Watches the calls of the function under test: what went in, whether it was allowed, what came out."""

from __future__ import annotations

import contextlib
import inspect
import sys
from collections.abc import Callable
from types import CodeType, FrameType, ModuleType
from typing import TYPE_CHECKING, Any

from . import blame, clauses, stack, subject
from .canonical import digest_of
from .conform import Checker, all_of
from .hints import hints_of
from .made import Guard, Rejected, argument_conforms, reachable
from .records import CALL_FILE, HERE, frame_entry, short

if TYPE_CHECKING:
    Job = dict[str, Any]

RETURN = "__return__"
MOST_CALLS = 2000  # of callees are judged in one run
MOST_FAILURES = 50
RECEIVERS = ("self", "cls", "mcs")


def calling(frame: FrameType | None) -> FrameType | None:
    """Where a call comes from; what contract libraries and the observers put in between does not count."""
    between = (HERE, *blame.LIBRARIES)
    while frame is not None and any(part in frame.f_code.co_filename for part in between):
        frame = frame.f_back
    return frame


def from_the_call(frame: FrameType, name: str = "") -> bool:
    """Whether the call expression itself calls, or the constructor that it calls: who else calls `__post_init__`?"""
    site = calling(frame)
    if name == "__post_init__" and site is not None and site.f_code.co_name == "__init__":
        site = calling(site.f_back)
    return site is not None and site.f_code.co_filename == CALL_FILE


class Observation:
    """One call of the function under test from the call expression itself."""

    def __init__(self) -> None:
        self.arguments: dict[str, Any] = {}
        self.passed: dict[str, Any] = {}  # those of them that are no defaults
        self.before: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.nonconforming: list[str] = []
        self.undetermined: list[str] = []
        self.untyped: list[str] = []
        self.requires: list[Job] = []
        self.requires_held: bool | None = True
        self.returned = False
        self.result: Any = None
        self.error: BaseException | None = None
        self.entry: list[dict[str, Any]] = []
        self.entry_problems: list[str] = []
        self.old: Any = None


class Watch:
    """Everything observed while one call expression is evaluated."""

    def __init__(self, module: ModuleType, job: Job) -> None:
        self.names = vars(module)  # live: a clause about a global reads its value of that moment
        self.module, self.job = module, job
        self.name = str(job.get("function") or "").rsplit(".", 1)[-1]
        self.requires = [clauses.normal(c, "requires") for c in job.get("requires") or ()]
        self.ensures = [clauses.normal(c, "post") for c in job.get("ensures") or ()]
        self.invariants = [clauses.normal(c, "invariant") for c in job.get("invariants") or ()]
        self.calls: list[Observation] = []
        self.running = 0
        self.callee_failures: list[Job] = []
        self.callee_calls = 0
        self.own: tuple[Any, str, Any, Any] | None = None  # a method's class and name; it, and what observes it
        self.code: CodeType | None = None
        asks = bool(job.get("requires") or job.get("assert_lines"))
        self.guard = Guard(self.names, list(job.get("classes") or ()), asks)

    # -- the function under test
    # -------------------------------------------------------------------------------

    def observe(self, original: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Stands for the function. Only the call that the expression is about is watched, no other passes here."""
        if self.running or not self.guard.meant or not from_the_call(sys._getframe(2), self.name):
            return original(*args, **kwargs)
        self.guard.meant = False
        seen = Observation()
        self.calls.append(seen)
        self.enter(seen, original, args, kwargs)
        self.running += 1
        self.stored(2)
        try:
            with stack.whole() if self.job.get("whole_stack") else contextlib.nullcontext():
                seen.result = original(*args, **kwargs)
            seen.returned = True
        except BaseException as error:
            seen.error = error
            raise
        finally:
            self.running -= 1
            self.stored(3)
        return seen.result

    def stored(self, which: int) -> None:
        """While a method runs it calls itself as it is: frames of ours between its own would fill the stack."""
        if self.own is not None:
            with contextlib.suppress(AttributeError, TypeError):
                setattr(self.own[0], self.own[1], self.own[which])

    def broken_cast(self) -> None:
        """A cast in the function or below it is not so: the input may be one that its author excludes."""
        if self.running:
            self.guard.undetermined.append("(what a cast takes for granted)")

    def enter(self, seen: Observation, original: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Judge the input; raises Rejected when it does not count."""
        try:
            seen.arguments, passed = subject.bind(original, args, kwargs)
        except TypeError:
            seen.nonconforming.append("(the call does not fit the signature)")
            raise Rejected from None
        except ValueError:
            seen.undetermined.append("(no signature)")
            return
        seen.passed = {name: seen.arguments[name] for name in passed}
        self.conformity(seen, original, passed)
        for name, value in seen.arguments.items():
            seen.before[name] = short(value)
            seen.digests[name] = digest_of(value)[0]
        if seen.nonconforming:
            raise Rejected
        self.guard.invariants(reachable(self.existing(seen)))
        names = dict(self.names, **seen.arguments)
        seen.requires = clauses.evaluate_in_order(self.requires + self.entry_invariants(seen), names)
        opaque = [bool(c.get("checked")) for c in self.requires if not c.get("expression")]
        written = [v["ok"] for v, c in zip(seen.requires, self.requires) if c.get("expression")]  # noqa: B905 - Python 3.8
        seen.requires_held = all_of(written + [v["ok"] for v in seen.requires[len(self.requires) :]])
        if seen.requires_held is True and not all(opaque):
            seen.requires_held = None
        if any(v["ok"] is not True for v in seen.requires if v["ok"] is not None or v["raised"]):
            seen.requires_held = False
            raise Rejected
        self.keep_entry_state(seen, names)

    def conformity(self, seen: Observation, original: Any, passed: list[str]) -> None:
        try:
            parameters = inspect.signature(original).parameters
        except (TypeError, ValueError):
            return
        hints = hints_of(inspect.unwrap(original))
        checker = Checker(self.names, True, self.owner(seen))
        owner = self.class_of_receiver()
        for position, (name, parameter) in enumerate(parameters.items()):
            receiver = position == 0 and owner is not None
            if position == 0 and not self.receives(seen.arguments[name], owner):
                seen.nonconforming.append(name)
                continue
            if name not in hints:
                if not receiver:
                    seen.untyped.append(name)
                elif self.made_before() and checker.fields(seen.arguments[name]) is False:
                    seen.nonconforming.append(name)
                continue
            if name not in passed or not self.job.get("check_annotations", True):
                continue
            answer = argument_conforms(checker, parameter, seen.arguments[name], hints)
            if answer is not True:
                (seen.undetermined if answer is None else seen.nonconforming).append(name)

    def class_of_receiver(self) -> type | None:
        """The class whose objects, or subclasses, the function's first argument is one of."""
        if self.own is None or not isinstance(self.own[0], type):
            return None
        static = isinstance(self.own[2], staticmethod) and not self.takes_class()
        return None if static else self.own[0]

    def receives(self, value: Any, owner: type | None) -> bool:
        """Whether the value may be the method's first argument: an object of the method's class, or that or a class
        below it."""
        if owner is None or not self.takes_class():
            return owner is None or isinstance(value, owner)
        return isinstance(value, type) and issubclass(value, owner)

    def takes_class(self) -> bool:
        """Whether the method is given a class, which Python itself does."""
        return self.own is not None and (isinstance(self.own[2], classmethod) or self.own[1] == "__new__")

    def owner(self, seen: Observation) -> type | None:
        """What `Self` means in the annotations of a method."""
        receiver = next((seen.arguments[name] for name in RECEIVERS if name in seen.arguments), None)
        return receiver if isinstance(receiver, type) else None if receiver is None else type(receiver)

    def existing(self, seen: Observation) -> list[Any]:
        """The arguments, without a receiver that is only being made."""
        return [value for name, value in seen.arguments.items() if name != "self" or self.made_before()]

    def entry_invariants(self, seen: Observation) -> list[Job]:
        """Invariants of the receiver's class hold on entry, but for the method that creates it."""
        return self.invariants if "self" in seen.arguments and self.made_before() else []

    def made_before(self) -> bool:
        """Whether the receiver existed before the call."""
        return self.name not in ("__init__", "__new__", "__post_init__")

    def keep_entry_state(self, seen: Observation, names: dict[str, Any]) -> None:
        for clause in self.ensures:
            found, problem = clauses.entry_state(clause, names)
            seen.entry.append(found)
            seen.entry_problems.append(problem)
        if any("__old__" in c["expression"] for c in self.ensures):
            seen.old = clauses.old_arguments(seen.arguments)

    # -- functions that it calls
    # -------------------------------------------------------------------------------

    def callee_observer(self, callee: Job) -> subject.Observer:
        """Evaluates the callee's requires at each call made while the function under test runs."""
        wanted = [clauses.normal(c, "pre") for c in callee.get("requires") or ()]

        def observer(original: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            self.callee_calls += 1
            if self.running and self.callee_calls <= MOST_CALLS and len(self.callee_failures) < MOST_FAILURES:
                site = calling(sys._getframe(2))
                if site is not None and site.f_code.co_filename != CALL_FILE:
                    self.callee_requires(callee, wanted, original, args, kwargs, site)
            return original(*args, **kwargs)

        return observer

    def callee_requires(
        self, callee: Job, wanted: list[Job], original: Any, args: tuple[Any, ...], kwargs: dict[str, Any],
        site: FrameType,
    ) -> None:  # fmt: skip
        try:
            arguments, _ = subject.bind(original, args, kwargs)
        except (TypeError, ValueError):
            return
        running, self.running = self.running, 0  # what a clause calls is nobody's obligation
        try:
            verdicts = clauses.evaluate_in_order(wanted, dict(self.names, **arguments))
        finally:
            self.running = running
        place = frame_entry(site, site.f_lineno, site.f_lasti)
        for verdict in verdicts:
            if (verdict["ok"] is False or verdict["raised"]) and self.outermost(site):
                self.callee_failures.append(dict(verdict, callee=callee["function"], frame=place))

    def outermost(self, site: FrameType) -> bool:
        """Whether the call comes from the activation that is watched: of one that the function itself has made, at any
        remove, nobody knows whether its preconditions held.
        """
        frame: FrameType | None = site
        activations = 0
        while frame is not None and frame.f_code.co_filename != CALL_FILE:
            activations += frame.f_code is self.code
            frame = frame.f_back
        return activations <= 1

    # -- afterwards
    # --------------------------------------------------------------------------------------------

    def outcome_clauses(self, seen: Observation) -> list[Job]:
        """Ensures on a normal exit; invariants of the receiver on every exit."""
        names = dict(self.names, **seen.arguments)
        verdicts: list[Job] = []
        if seen.returned:
            names.update({RETURN: seen.result, "_": seen.result})
            names.setdefault("result", seen.result)
            if seen.old is not None:
                names["__old__"] = seen.old
            verdicts = self.ensures_verdicts(seen, names)
        if "self" in seen.arguments:
            verdicts += clauses.evaluate_in_order(self.invariants, dict(self.names, **seen.arguments))
        return verdicts

    def ensures_verdicts(self, seen: Observation, names: dict[str, Any]) -> list[Job]:
        verdicts: list[Job] = []
        guarded = False
        for number, clause in enumerate(self.ensures):
            if number < len(seen.entry_problems) and seen.entry_problems[number]:
                verdicts.append({"kind": clause["kind"], "text": clause["text"], "ok": None,
                                 "raised": seen.entry_problems[number]})  # fmt: skip
                continue
            local = dict(names, **(seen.entry[number] if number < len(seen.entry) else {}))
            if clause.get("result_name"):
                local[clause["result_name"]] = seen.result
            verdict = clauses.evaluate(clause, local)
            if not (guarded and verdict["raised"]):
                verdicts.append(verdict)
            guarded = guarded or verdict["ok"] is not True
        return verdicts
