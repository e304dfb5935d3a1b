"""The parts of the benchmarks that decide what is counted, and how."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


def module(name: str) -> Any:
    return importlib.import_module(name)


@pytest.mark.parametrize(
    ("said", "label", "expected"),
    [
        ("PROVED", "right", "right"),
        ("PROVED", "wrong", "false proved"),
        ("REFUTED", "wrong", "right"),
        ("REFUTED", "right", "false refuted"),
        ("UNDECIDED", "right", "undecided"),
        ("UNDECIDED", "wrong", "undecided"),
    ],
)
def test_an_answer_is_right_wrong_or_undecided(said: str, label: str, expected: str) -> None:
    corpus = module("corpus")
    entry = corpus.Entry("tests/corpus/a/b.py", "f", "asserts", label, None, "first")
    assert corpus.score(entry, corpus.Answer(corpus.Said[said])) == expected


def test_a_function_without_an_answer_is_undecided_and_counted() -> None:
    corpus = module("corpus")
    entries = corpus.load()
    assert corpus.scores(entries, {}) == {corpus.Score.UNDECIDED: len(entries)}
    assert len({entry.name for entry in entries}) == len(entries)


def test_verheal_is_read_by_obligations_and_verdicts() -> None:
    peer = module("peer_verheal")
    place = {"path": "tests/corpus/asserts/billing.py", "function": "late_fee"}
    evidence = [{"by": "CPython 3.11.7", "level": "refuted", "seconds": 0.1}]
    obligation = {**place, "kind": "post", "verdict": "refuted", "witness": None, "reason": None}
    report = {
        "functions": [{**place, "verdict": "refuted", "seconds": 0.25}],
        "obligations": [{**obligation, "evidence": evidence}],
    }
    answer = peer.answers(report)["asserts/billing.py:late_fee"]
    assert (answer.said, answer.kinds) == ("refuted", ("post",))
    entries = module("corpus").load("asserts/billing.py:late_fee")
    assert peer.per_backend(entries, report)["CPython"]["right"] == 1


def test_crosshair_proves_only_what_it_confirms_in_every_condition() -> None:
    peer = module("peer_crosshair")
    sure, unsure = "f.py:1: info: Confirmed over all paths.", "f.py:2: info: Not confirmed."
    failed = "f.py:3: error: false when calling f(1)"
    said = [peer._answer(lines).said for lines in ([], [sure], [sure, unsure], [sure, failed])]
    assert said == ["undecided", "proved", "undecided", "refuted"]


def test_the_generated_repository_depends_on_the_seed_alone(tmp_path: Path) -> None:
    scale = module("scale_generate")
    made = scale.generate(120, 7)
    assert made == scale.generate(120, 7) != scale.generate(120, 8)
    scale.write(made, tmp_path)
    names = [
        node.name
        for file in sorted((tmp_path / "shop").glob("part*.py"))
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    ]
    assert sorted(names) == sorted(function.name for function in made)


def test_the_cone_of_a_function_is_all_that_call_it() -> None:
    scale = module("scale_generate")
    made = tuple(
        scale.Made(name, 0, "", calls)
        for name, calls in (("a", ()), ("b", ("a",)), ("c", ()), ("d", ("b", "c")))
    )
    assert scale.cone(made, "a") == {"a", "b", "d"}
    assert scale.cone(made, "c") == {"c", "d"}


def test_reasons_that_differ_by_lines_are_one() -> None:
    plain = module("real_report")._plain
    for text in (
        "unsupported: yield, line 12",
        "unsupported: yield, lines 3-4",
        "unsupported: yield (line 7)",
    ):
        assert plain(text) == "unsupported: yield"


def test_what_was_judged_stays_judged_when_drawn_again(tmp_path: Path) -> None:
    report = module("real_report")
    table = tmp_path / "table.md"
    found = [
        {"package": "p 1", "id": str(i), "function": f"m:f{i}", "obligation": "raises: a | b",
         "call": f"f({i})", "raises": None}
        for i in range(9)
    ]  # fmt: skip
    rows = report.keep(table, report.draw(found, 3, 4), 3, "command")
    assert rows == report.read(table)
    assert {row[5] for row in rows} == {report.OPEN}
    text = table.read_text(encoding="utf-8").replace(report.OPEN, "true", 1)
    table.write_text(text, encoding="utf-8")
    again = report.keep(table, report.draw(found, 3, 4), 3, "command")
    assert [row[5] for row in again] == ["true", *[report.OPEN] * 3]


def test_only_fully_annotated_functions_are_selected(tmp_path: Path) -> None:
    packages = module("real_packages")
    (tmp_path / "packaging").mkdir()
    text = (
        "from typing import overload\n"
        "def a(x: int) -> int: return x\ndef b(x) -> int: return x\ndef c(x: int): return x\n"
        "class C:\n    def d(self, *a: int) -> None: ...\n    def e(self, *a) -> None: ...\n"
        "@overload\ndef f(x: int) -> int: ...\nif True:\n    def g() -> int: return 1\n"
    )
    (tmp_path / "packaging" / "m.py").write_text(text, encoding="utf-8")
    found = packages.annotated(tmp_path, packages.PACKAGES[0])
    assert [one.key for one in found] == ["packaging.m:a", "packaging.m:C.d", "packaging.m:g"]


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")
def test_time_is_counted_of_processes_that_nobody_waited_for() -> None:
    burn = "import time\nwhile time.process_time() < 0.5: pass"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {burn!r}])"
    # In a process of its own: it takes over whatever children there are.
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\nfrom measure import run\n"
        f"done = run([sys.executable, '-c', {parent!r}]); print(done.code, done.late, done.cpu >= 0.45)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False", "True"]
