"""`check` end to end on small trees: real workers, real solver, real runs."""

from __future__ import annotations

import os
import sqlite3
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from verheal.app.check import check, checked
from verheal.app.exit_code import exit_code
from verheal.app.explain import explain
from verheal.app.options import CheckOptions, ExplainOptions, Progress, SkipRule
from verheal.errors import UsageError
from verheal.report.model import CheckResult, ObligationResult

SOURCE = '''
def clamp(x: int, low: int, high: int) -> int:
    assert low <= high
    result = low if x < low else high if x > high else x
    assert low <= result <= high
    return result


def ratio(a: int, b: int) -> int:
    """
    post: __return__ >= 0
    """
    return a // b


def positives(xs: list[int]) -> int:
    """
    post: __return__ >= 0
    """
    total = 0
    for x in xs:
        if x > 0:
            total += x
    return total


def half(x: int) -> int:
    """
    post: __return__ * 2 <= x
    """
    return x // 2


def quarter(x: int) -> int:
    return half(half(x))


async def later() -> int:
    return 1


def outer(n: int) -> int:
    def inner(k: int) -> int:
        return k + 1

    return inner(n)
'''


class Project:
    """A tree to check, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.options = CheckOptions(root=folder, jobs=1, budget=5.0)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def check(self, **changes: object) -> CheckResult:
        return check(("src",), replace(self.options, **changes), base=self.folder)  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, CheckResult]:
    made = Project(tmp_path_factory.mktemp("sample"))
    made.write("m.py", SOURCE)
    return made, made.check()


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


def test_refutations_carry_a_call_that_fails(sample: tuple[Project, CheckResult]) -> None:
    post = one(sample[1], "ratio", "post")
    division = one(sample[1], "ratio", "safety:ZeroDivisionError")
    assert post.witness is not None and division.witness is not None
    names: dict[str, object] = {}
    exec(SOURCE, names)
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


def test_second_run_asks_no_solver_and_lowers_nothing(sample: tuple[Project, CheckResult]) -> None:
    project, first = sample
    second = project.check()
    assert first.stats.solver_calls > 0 and first.stats.lowered == 8
    assert (second.stats.solver_calls, second.stats.lowered) == (0, 0)
    assert second.stats.cache_hits == 8
    assert second.obligations == first.obligations and second.functions == first.functions


def test_a_moved_function_keeps_its_verdicts_at_its_new_lines(project: Project) -> None:
    project.write("m.py", SOURCE)
    first = project.check(functions=("ratio",))
    project.write("m.py", "# a comment\n\n\n" + textwrap.dedent(SOURCE))
    second = project.check(functions=("ratio",))
    assert second.stats.lowered == 0
    assert [o.line + 3 for o in first.obligations] == [o.line for o in second.obligations]


def test_a_changed_function_rechecks_only_its_cone(project: Project) -> None:
    project.write("m.py", SOURCE)
    project.check()
    project.write("m.py", SOURCE.replace("x // 2", "x // 2 - 1"))
    again = project.check()
    assert again.stats.lowered == 2 and again.stats.cache_hits == 6  # half and quarter
    assert verdicts(again)["half"] == "proved"


def test_another_budget_is_another_key(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    project.check()
    assert project.check(budget=7.0).stats.lowered == 1


@pytest.mark.parametrize("damage", ["garbage", "truncated", "schema", "rows", "table"])
def test_a_damaged_cache_costs_time_and_is_told(project: Project, damage: str) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x // 2\n")
    first = project.check()
    path = project.folder / ".verheal" / "cache.sqlite"
    _damage(path, damage)
    second = project.check()
    assert verdicts(second) == verdicts(first) == {"f": "proved"}
    assert second.stats.lowered == 1
    assert any(problem.code == "cache" for problem in second.problems)
    assert exit_code(second) == 0
    assert project.check().stats.lowered == 0


def _damage(path: Path, damage: str) -> None:
    match damage:
        case "garbage":
            path.write_bytes(b"not a database at all" * 100)
        case "truncated":
            path.write_bytes(path.read_bytes()[:5000])
        case _:
            statement = {
                "schema": "PRAGMA user_version = 99",
                "rows": "UPDATE reports SET body = x'00'",
                "table": "DROP TABLE reports",
            }[damage]
            connection = sqlite3.connect(path)
            with connection:
                connection.execute(statement)
            connection.close()


def test_forged_rows_are_not_believed(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return 1 // x\n")
    assert verdicts(project.check()) == {"f": "refuted"}
    path = project.folder / ".verheal" / "cache.sqlite"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE reports SET body = (SELECT body FROM solver LIMIT 1)")
    connection.close()
    assert verdicts(project.check()) == {"f": "refuted"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_is_read(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x // 2\n")
    project.check()
    folder = project.folder / ".verheal"
    folder.chmod(0o500)
    try:
        assert verdicts(project.check()) == {"f": "proved"}
    finally:
        folder.chmod(0o700)


def test_the_folder_ignores_itself(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    project.check()
    assert "*" in (project.folder / ".verheal" / ".gitignore").read_text().splitlines()


def test_no_cache_writes_nothing(project: Project) -> None:
    project.write("m.py", "def f(x: int) -> int:\n    return x\n")
    assert verdicts(project.check(cache=False)) == {"f": "proved"}
    assert not (project.folder / ".verheal").exists()


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

    def run_tasks(setting: object, repository: object, tasks: list[object], jobs: int) -> object:
        report = FunctionReport("m:f", (both,), details=(Detail(both.id, smt="(check-sat)\n"),))
        yield from ((task, report) for task in tasks)

    monkeypatch.setattr(module, "run_tasks", run_tasks)
    result = project.check()
    assert exit_code(result) == 3
    assert result.errors[0].bundle is not None
    assert (Path(result.errors[0].bundle) / "obligation.smt2").read_text() == "(check-sat)\n"
    assert [o.verdict for o in result.obligations] == ["unknown"]  # quarantined
    assert [f.verdict for f in result.functions] == ["unknown"]
