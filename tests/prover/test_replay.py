"""What a run says of preconditions, clauses, annotations and exceptions, read back by the strict reader of
proofs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from verheal.proofs.transcript import Outcome, ReplayTranscript, read_replay
from verheal.prover.run.job import Callee, Condition, Job, ModuleRef
from verheal.prover.run.replay import Subject, replay, transcript
from verheal.prover.run.runner import Runner

DECORATED = """
import deal, icontract
from dataclasses import dataclass
from typing import Optional

@icontract.require(lambda x: x > 0)
@icontract.ensure(lambda result: result < 5)
def ico(x: int) -> int:
    return x

@icontract.require(lambda x: x > 0, error=ValueError)
def ico_error(x: int) -> int:
    return 1 // (x - 7)

@icontract.require(lambda xs: xs[0] > 0)
def ico_raises(xs: list[int]) -> int:
    return xs[0]

def calls_ico(x: int) -> int:
    return ico(x)

@deal.pre(lambda x: x > 0)
@deal.post(lambda r: r < 5)
def dea(x: int) -> int:
    return x

def calls_dea(x: int) -> int:
    return dea(x)

@deal.raises(KeyError)
def dea_raises(x: int) -> int:
    raise ValueError(x)

@icontract.invariant(lambda self: self.a > 0)
class Positive:
    def __init__(self, a: int) -> None:
        self.a = a
    def drop(self, n: int) -> None:
        self.a -= n

def asserted(x: int) -> int:
    assert x > 0
    assert (x <
            100)
    y = x * 2
    assert y != 6
    return y

def plain(xs: list[int]) -> int:
    xs.append(1)
    return len(xs)

@dataclass
class Account:
    balance: int = 0
    owner: Optional[str] = None
    def withdraw(self, amt: int) -> int:
        self.balance -= amt + 1
        return self.balance

def half(x: int) -> int:
    if x > 3:
        return x // 2
    return x / 2

def untyped(x):
    return 1 / x

def needs(x: int) -> int:
    return x

def calls_needs(x: int) -> int:
    y = x - 1
    return needs(y)
"""


@pytest.fixture
def module(write_module) -> ModuleRef:
    return write_module(DECORATED, "pkg.sub")


def one(runner: Runner, module: ModuleRef, job: Job) -> dict[str, Any]:
    return runner.run(module, [job])[0]


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("ico", "ico(0)"),
        ("ico_error", "ico_error(0)"),
        ("ico_raises", "ico_raises([])"),
        ("dea", "dea(0)"),
        ("asserted", "asserted(0)"),
        ("asserted", "asserted(100)"),
    ],
)
def test_the_functions_own_precondition_rejects_the_input(function, call, runner, module) -> None:
    line = DECORATED.splitlines().index("    assert x > 0") + 1
    record = one(runner, module, Job(call, function, assert_lines=((line, line), (line + 1, line + 2))))
    assert (record["outcome"], record["requires_held"]) == ("rejected", False), record


@pytest.mark.parametrize(
    ("function", "call", "kind"),
    [
        ("ico", "ico(9)", "post"),
        ("calls_ico", "calls_ico(0)", ""),
        ("ico_error", "ico_error(7)", ""),
        ("dea", "dea(9)", "post"),
        ("calls_dea", "calls_dea(0)", "pre"),
        ("dea_raises", "dea_raises(0)", "raises"),
        ("Positive.drop", "Positive(1).drop(5)", "invariant"),
        ("Positive.__init__", "Positive(0)", "invariant"),
        ("asserted", "asserted(3)", ""),
    ],
)
def test_what_fails_later_does_not_reject_the_input(function, call, kind, runner, module) -> None:
    line = DECORATED.splitlines().index("    assert x > 0") + 1
    record = one(runner, module, Job(call, function, assert_lines=((line, line),)))
    # A decorator checks a postcondition when the function has already returned.
    outcome = "returned" if kind in ("post", "invariant") else "raised"
    assert (record["outcome"], record["requires_held"]) == (outcome, True), record
    assert (record["contract"] or {}).get("kind", "") == kind, record


def test_a_violated_postcondition_of_a_decorator_is_named_by_its_clause(runner, module) -> None:
    for function in ("ico", "dea"):
        job = Job(f"{function}(9)", function, ensures=(Condition("post", "r < 5", "r < 5", result_name="r"),))
        run = told(runner, module, job).runs[0]
        assert run.outcome is Outcome.RETURNED
        assert [(f.kind, f.text, f.exception) for f in run.failures] == [("post", "r < 5", None)]


def test_a_violation_that_cannot_be_told_is_one(runner, module) -> None:
    """icontract shows the arguments, and an int of too many digits cannot be shown."""
    job = Job("ico(10 ** 5000)", "ico", ensures=(Condition("post", "r < 5", "r < 5", result_name="r"),))
    run = told(runner, module, job).runs[0]
    assert (run.outcome, [f.text for f in run.failures]) == (Outcome.RETURNED, ["r < 5"])
    for name in ("ico", "ico_error"):  # with a type of its own it does not even wrap what printing raises
        assert one(runner, module, Job(f"{name}(-10 ** 5000)", name))["outcome"] == "rejected"


def told(runner: Runner, module: ModuleRef, job: Job, **more: Any) -> ReplayTranscript:
    subject = Subject(module.root, "pkg/sub.py", job.function, "sha256:0", **more)
    return read_replay(json.dumps(transcript(replay(runner, module, job), subject, job, {})))


def test_two_seeds_and_the_place(runner, module) -> None:
    line = DECORATED.splitlines().index("    return 1 / x") + 1
    run, other = told(runner, module, Job("untyped(0)", "untyped")).runs
    assert run.hash_seed != other.hash_seed
    assert run.mro[0] == other.mro[0] == "ZeroDivisionError"
    assert (run.traceback[-1].path, run.traceback[-1].function, run.traceback[-1].line) == (
        "pkg/sub.py",
        "untyped",
        line,
    )
    assert run.finished and run.requires_held
    assert not run.annotations_held  # nobody said what x may be


STORED = """
from typing import Optional

def f(n: int = 0, x: float = 0.0, ns: list[int] = [], xs: dict[str, float] = {}, pair: tuple[int, float] = (0, 0.0),
      pairs: list[tuple[int, float]] = [], maybe: Optional[list[float]] = None) -> None:
    pass
"""


@pytest.mark.parametrize(
    ("argument", "conforms"),
    [
        ("n=True", False), ("x=1", False), ("x=True", False), ("pair=(True, 0.0)", False), ("pair=(1, 1)", False),
        ("ns=[True]", True), ("xs={'': 1}", True), ("xs={'': True}", True), ("pairs=[(True, 1)]", True),
        ("maybe=[1]", True), ("ns=[1.0]", False), ("xs={1: 1}", False),
    ],
)  # fmt: skip
def test_a_read_includes_what_a_write_accepts(argument, conforms, runner, write_module) -> None:
    """Who stored something in a container may have stored a bool for an int; an argument is as annotated."""
    record = one(runner, write_module(STORED, "stored"), Job(f"f({argument})", "f"))
    assert record["args_conform"] is conforms


def test_arguments_conform_deeply(runner, module) -> None:
    for call, conforms in [
        ("plain([1])", True), ("plain([True])", True), ("plain([1.0])", False), ("plain((1,))", False),
        ("plain('a')", False), ("plain(None)", False),
    ]:  # fmt: skip
        assert one(runner, module, Job(call, "plain"))["args_conform"] is conforms, call
    for call, conforms in [
        ("Account(3).withdraw(1)", True),
        ("Account(3, 7).withdraw(1)", False),
        ("Account(True).withdraw(1)", False),
    ]:
        assert one(runner, module, Job(call, "Account.withdraw"))["args_conform"] is conforms, call


def test_pep316_clauses_read_entry_and_exit_state(runner, module) -> None:
    ensures = (
        Condition("post", "self.balance == __old__.self.balance - amt", "kept"),
        Condition("post", "O.b - amt == _ + 1", "by one", old=(("O.b", "self.balance"),)),
        Condition("post", "nonsense(self)", "unreadable"),
    )
    record = one(runner, module, Job("Account(9).withdraw(2)", "Account.withdraw", ensures=ensures))
    assert [(v["ok"], v["raised"]) for v in record["ensures"]] == [(False, None), (True, None)]
    assert record["mutated"]["self"][1] == "Account(balance=6, owner=None)"
    deep = (
        Condition("post", "__old__.xs == xs[:-1] and __return__ == len(xs)", "appended", old_copies=True),
    )
    assert one(runner, module, Job("plain([5])", "plain", ensures=deep))["ensures"][0]["ok"] is True


def test_requires_are_evaluated_before_anything_runs(runner, module) -> None:
    requires = (
        Condition("requires", "amt > 0", "amt > 0"),
        Condition("requires", "1 // (amt - 1)", "not one"),
    )
    for call, held in [
        ("Account().withdraw(0)", False),
        ("Account().withdraw(1)", False),
        ("Account().withdraw(2)", True),
    ]:
        record = one(runner, module, Job(call, "Account.withdraw", requires=requires))
        assert record["requires_held"] is held, record


def test_an_opaque_requires_is_never_taken_as_held(runner, module) -> None:
    opaque = (Condition("requires", "", "who knows"),)
    assert one(runner, module, Job("plain([])", "plain", requires=opaque))["requires_held"] is None
    checked = (Condition("requires", "", "who knows", checked=True),)
    assert one(runner, module, Job("ico(1)", "ico", requires=checked))["requires_held"] is True


def test_a_callees_requires_fail_at_the_call(runner, module) -> None:
    callee = Callee("needs", (Condition("pre", "x > 0", "x > 0"),))
    run = told(runner, module, Job("calls_needs(1)", "calls_needs", callees=(callee,))).runs[0]
    line = DECORATED.splitlines().index("    return needs(y)") + 1
    assert [(f.kind, f.text, f.frame.function, f.frame.line) for f in run.failures] == [
        ("pre", "x > 0", "calls_needs", line)
    ]
    assert not told(runner, module, Job("calls_needs(2)", "calls_needs", callees=(callee,))).runs[0].failures


def test_a_result_of_the_wrong_type_is_a_failure_at_its_return(runner, module) -> None:
    line = DECORATED.splitlines().index("    return x / 2") + 1
    run = told(runner, module, Job("half(3)", "half"), returns="int").runs[0]
    assert [(f.kind, f.text, f.frame.line) for f in run.failures] == [("type", "int", line)]
    assert not told(runner, module, Job("half(4)", "half"), returns="int").runs[0].failures


def test_arguments_that_cannot_be_made_are_no_call(runner, module) -> None:
    assert one(runner, module, Job("ico(1 // 0)", "ico"))["outcome"] == "not_called"
    assert one(runner, module, Job("nowhere(1)", "nowhere"))["outcome"] == "not_found"
    assert one(runner, module, Job("ico(", "ico"))["outcome"] == "bad_call"


def test_shared_arguments_and_nondeterminism_are_seen(runner, write_module) -> None:
    module = write_module(
        """
        import random
        SEEN: list[int] = []
        def both(a: list[int], b: list[int]) -> int:
            a.append(1)
            return len(b)
        def lucky(n: int) -> float:
            return random.random()
        def counts(n: int) -> int:
            SEEN.append(n)
            return len(SEEN)
        """
    )
    jobs = [
        Job("(lambda a: both(a, a))([])", "both"), Job("both([], [])", "both", repeats=3),
        Job("lucky(1)", "lucky", repeats=3), Job("counts(1)", "counts", repeats=2),
    ]  # fmt: skip
    shared, apart, lucky, counts = runner.run(module, jobs)
    assert (shared["result"], apart["result"]) == ("1", "0")
    assert (apart["deterministic"], lucky["deterministic"], counts["deterministic"]) == (True, False, False)
    assert set(shared["mutated"]) == {"a", "b"}


def test_a_clause_about_a_global_reads_its_value_at_that_moment(runner, write_module) -> None:
    module = write_module("count = 0\ndef bump(n: int) -> None:\n    global count\n    count += n\n")
    entry = Condition("requires", "count == 0", "fresh")
    exit_ = Condition("post", "count == O.count + n", "counted", old=(("O.count", "count"),))
    first, second = runner.run(module, [Job("bump(2)", "bump", requires=(entry,), ensures=(exit_,))] * 2)
    assert (first["requires_held"], first["ensures"][0]["ok"]) == (True, True)
    assert second["outcome"] == "rejected"


def test_package_context_and_names_of_the_standard_library(runner, write_module) -> None:
    write_module("FACTOR = 3\n", "pkg.values")
    inner = write_module(
        "from .values import FACTOR\ndef f(n: int) -> int:\n    return n * FACTOR\n", "pkg.user"
    )
    write_module("", "pkg.__init__")
    assert one(runner, inner, Job("f(2)", "f"))["result"] == "6"
    shadow = write_module("def f(n: int) -> int:\n    return n\n", "json")
    assert one(runner, shadow, Job("f(2)", "f"))["result"] == "2"
    odd = write_module("def f(n: int) -> int:\n    return n\n", "my-script")
    assert one(runner, odd, Job("f(2)", "f"))["result"] == "2"
