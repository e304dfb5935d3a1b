"""`check` end to end on small trees: real workers, real solver, real runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from verheal.app.check import check, checked
from verheal.app.exit_code import exit_code
from verheal.app.explain import explain
from verheal.app.options import ExplainOptions, Progress, SkipRule
from verheal.errors import UsageError
from verheal.report.model import CheckResult, ObligationResult

if TYPE_CHECKING:
    from tests.app.conftest import Project


def verdicts(result: CheckResult) -> dict[str, str]:
    return {function.function: function.verdict for function in result.functions}


def one(result: CheckResult, function: str, kind: str) -> ObligationResult:
    return next(o for o in result.obligations if o.function == function and o.kind == kind)


def test_every_function_read_has_an_entry_and_its_verdict(sample: tuple[Project, CheckResult]) -> None:
    found = verdicts(sample[1])
    assert found == {
        "clamp": "proved",
        "ratio": "refuted",
        "positives": "proved",
        "half": "proved",
        "quarter": "proved",
        "later": "unknown",
        "outer": found["outer"],
        "outer.<locals>.inner": "unknown",
    }
    assert found["outer"] in ("proved", "unknown", "tested")
    assert exit_code(sample[1]) == 1


def test_refutations_carry_a_call_that_fails(sample: tuple[Project, CheckResult], source: str) -> None:
    post = one(sample[1], "ratio", "post")
    division = one(sample[1], "ratio", "safety:ZeroDivisionError")
    assert post.witness is not None and division.witness is not None
    names: dict[str, object] = {}
    exec(source, names)
    assert eval(post.witness.call, names) < 0  # type: ignore[operator]
    with pytest.raises(ZeroDivisionError):
        eval(division.witness.call, names)
    assert division.witness.raises is not None and division.witness.raises.startswith("ZeroDivisionError")


def test_loops_and_calls_end(sample: tuple[Project, CheckResult]) -> None:
    ends = {function.function: function.terminates for function in sample[1].functions}
    assert (ends["positives"], ends["quarter"], ends["later"]) == ("proved", "proved", "unknown")


def test_unknown_names_its_reason(sample: tuple[Project, CheckResult]) -> None:
    reason = one(sample[1], "later", "raises").reason
    assert reason is not None and reason.startswith("unsupported: async function")


def test_evidence_tells_who_and_how_much(sample: tuple[Project, CheckResult]) -> None:
    proof = one(sample[1], "clamp", "assert")
    assert proof.evidence[0].by.startswith("z3 ") and proof.evidence[0].level == "proved"
    assert proof.evidence[0].key.startswith("sha256:") and "python-minor" in proof.assumptions


def test_skips_are_counted_and_nothing_rests_on_them(project: Project) -> None:
    project.write(
        "m.py",
        """
        # verheal: skip: talks to the printer
        def f(x: int) -> int:
            return 1 // x


        def g(x: int) -> int:
            return x


        def h(x: int) -> int:
            return x
        """,
    )
    result = project.check(skip=(SkipRule("src/*.py", "h", "later"),))
    assert {(s.function, s.reason) for s in result.skips} == {("f", "talks to the printer"), ("h", "later")}
    assert verdicts(result) == {"f": "unknown", "g": "proved", "h": "unknown"}


def test_bad_files_are_problems_and_the_rest_goes_on(project: Project) -> None:
    project.write("good.py", "def f(x: int) -> int:\n    return x\n")
    project.write("bad.py", "def f(:\n")
    (project.folder / "src" / "binary.py").write_bytes(b"\x00\xff\xfe")
    result = project.check()
    assert {problem.path for problem in result.problems} == {"src/bad.py", "src/binary.py"}
    assert verdicts(result) == {"f": "proved"} and exit_code(result) == 1


def test_modules_that_cannot_be_imported_prove_nothing_and_harm_nobody(project: Project) -> None:
    project.write("exits.py", "import sys\n\n\ndef f(x: int) -> int:\n    return x\n\n\nsys.exit(3)\n")
    project.write("raises.py", "def g(x: int) -> int:\n    return x\n\n\nraise ValueError\n")
    project.write("fine.py", "def h(x: int) -> int:\n    return x\n")
    result = project.check()
    assert verdicts(result) == {"f": "unknown", "g": "unknown", "h": "proved"}
    reasons = {o.reason for o in result.obligations if o.function in ("f", "g")}
    assert all(reason and "cannot be imported" in reason for reason in reasons)


def test_contradictory_preconditions_are_vacuous(project: Project) -> None:
    project.write(
        "m.py",
        '''
        def f(x: int) -> int:
            """
            pre: x > 0
            pre: x < 0
            post: False
            """
            return x
        ''',
    )
    result = project.check()
    assert verdicts(result) == {"f": "unknown"}
    post = one(result, "f", "post")
    assert post.verdict == "unknown" and post.reason is not None and post.reason.startswith("vacuous")


def test_nothing_is_run_when_told_so(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return 1 // x\n")
    result = project.check(isolation="off")
    assert verdicts(result) == {"f": "unknown"}


def test_a_function_that_touches_the_world_needs_isolation(project: Project) -> None:
    project.write(
        "m.py", "import os\n\n\ndef f(x: int) -> int:\n    os.remove('/nonexistent')\n    return x\n"
    )
    result = project.check(isolation="rlimits")
    assert verdicts(result) == {"f": "unknown"}


def test_user_code_of_the_current_directory_does_not_run_in_verheal(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    marker = project.folder / "ran"
    for name in ("multiprocessing", "z3", "pickle"):
        (project.folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w')\n")
    monkeypatch.chdir(project.folder)
    assert verdicts(project.check()) == {"f": "proved"}
    assert not marker.exists()


def test_progress_counts_up(project: Project) -> None:
    project.write(
        "m.py", "def f(x: int) -> int:\n    return x\n\n\ndef g(x: int) -> int:\n    return 1 // x\n"
    )
    seen: list[Progress] = []
    check(("src",), project.options, seen.append, base=project.folder)
    assert [(p.done, p.total) for p in seen if p.phase == "proving"] == [(0, 2), (1, 2), (2, 2)]
    assert seen[-1].refuted == 1


def test_a_missing_path_is_the_users(project: Project) -> None:
    with pytest.raises(UsageError):
        check(("nowhere",), project.options, base=project.folder)


def test_an_interpreter_that_does_not_work_is_the_users(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    with pytest.raises(UsageError):
        project.check(python="/bin/false")
    assert project.check(python=sys.executable).functions


def test_explain_shows_the_formula_and_who_tried(sample: tuple[Project, CheckResult]) -> None:
    project, result = sample
    proof = one(result, "clamp", "assert")
    found = explain(proof.id, ExplainOptions(("src",), project.options), project.folder)
    assert found.smt.rstrip().endswith("(check-sat)") and "low <= high" in found.terms[0]
    assert found.attempts and found.attempts[0].answer == "unsat"
    with pytest.raises(UsageError):
        explain("m:clamp|assert|nothing|1", ExplainOptions(("src",), project.options), project.folder)


def test_details_mint_the_verdicts_again(sample: tuple[Project, CheckResult]) -> None:
    from verheal.prover.remint import mint_again

    project, _ = sample
    found = checked(("src",), project.options, base=project.folder, wants_details=True)
    decided = [o for o in found.result.obligations if o.verdict in ("proved", "refuted")]
    assert decided
    for obligation in decided:
        verdict = mint_again(found.details[obligation.id])
        assert type(verdict).__name__.lower() == obligation.verdict


def test_a_proof_and_a_counterexample_at_once_are_told_loudly(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verheal.app import check as module
    from verheal.lattice.levels import Against, For
    from verheal.proofs.evidence import Evidence
    from verheal.prover.outcome import Call, Detail, Finding, FunctionReport

    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    proof = Evidence("z3 1", For.PROVED, Against.NONE, "sha256:1", 1, 0.1, 0, frozenset())
    failure = Evidence("CPython 3", For.NONE, Against.REFUTED, "sha256:2", None, 0.1, None, frozenset())
    call = Call((("x", "1"),), "f(1)", None, "post fails")
    both = Finding("m:f|post|x|1", "post", "x", "m:f", 1, 1, (proof, failure), witness=call)

    def run_tasks(setting: object, repository: object, tasks: list[object], jobs: int, perform: object) -> object:
        report = FunctionReport("m:f", (both,), details=(Detail(both.id, smt="(check-sat)\n"),))
        yield from ((task, report) for task in tasks)

    monkeypatch.setattr(module, "run_tasks", run_tasks)
    result = project.check()
    assert exit_code(result) == 3
    assert result.errors[0].bundle is not None
    assert (Path(result.errors[0].bundle) / "obligation.smt2").read_text() == "(check-sat)\n"
    assert [o.verdict for o in result.obligations] == ["unknown"]  # quarantined
    assert [f.verdict for f in result.functions] == ["unknown"]
