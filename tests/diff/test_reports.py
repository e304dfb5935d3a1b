"""Text, JSON and Markdown of one result, and the exit code."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from verheal.app.diff import exit_code
from verheal.report import diff_json, diff_markdown, diff_text
from verheal.report.diff_model import DiffResult, Example, PairResult, Place
from verheal.report.model import InternalError, Problem
from verheal.report.schemas import schema_text
from verheal.report.style import Style


def place(name: str, line: int = 1) -> Place:
    return Place("shop/a.py", name, line)


SAME = PairResult(place("same"), place("same", 3), "equivalent", "proved", "for all inputs", by=("z3",))
OTHER = PairResult(
    place("other"), place("other", 9), "different", "refuted",
    witness=Example("other('|`x`')", "returns '<b>'", "raises ValueError: \x1b[31m"),
)  # fmt: skip
OPEN = PairResult(place("old"), place("new_", 5), "unknown", "tested", "7 inputs gave the same", None, "renamed")
CALLER = replace(SAME, before=place("up"), after=place("up", 20), kind="caller", through=("same",))
RESULT = DiffResult(
    {"verheal": "0"}, "main (abc)", "the working tree", (SAME, OTHER, OPEN, CALLER), (place("fresh"),),
    (place("gone"),), 4,
)  # fmt: skip


def schema() -> Any:
    found = json.loads(schema_text("diff"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def test_text_says_what_differs_first_and_sums_up() -> None:
    text = diff_text.render(RESULT, Style())
    assert text.index("different other") < text.index("unknown new_ (was old)") < text.index("equivalent same")
    assert "before: returns '<b>'" in text and "\x1b" not in text
    assert "3 functions changed: 1 equivalent (proved), 1 different: other, 1 unknown: new_" in text
    assert "1 more function that calls them: 1 equivalent (proved)" in text
    assert "1 added, 1 removed" in text
    assert "\x1b[" in diff_text.render(RESULT, Style(True))
    assert diff_text.render(RESULT, Style(), quiet=True).count("\n") == 3
    nothing = replace(RESULT, pairs=(), added=(), removed=())
    assert diff_text.render(nothing, Style()) == (
        "nothing changed: 4 functions with the same source in both versions\n"
    )


def test_json_keeps_to_its_schema() -> None:
    document = json.loads(diff_json.render(RESULT, 1))
    schema().validate(document)
    assert [one["function"] for one in document["functions"]] == ["same", "new_", "other", "up"]
    assert document["summary"]["exit_code"] == 1
    single = json.loads(diff_json.render(replace(RESULT, pairs=(OTHER,), single=True), 1))
    schema().validate(single)
    assert set(single) == {"schema", "verdict", "evidence", "witness", "reason"}
    assert set(single["witness"]) == {"call", "before", "after"}
    with pytest.raises(jsonschema.ValidationError):
        schema().validate({**single, "verdict": "same"})


def test_markdown_is_not_broken_by_what_the_code_says() -> None:
    text = diff_markdown.render(RESULT)
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) == 4 and rows[0].startswith("| `other` in `shop/a.py` | ❌ different |")
    assert text.count("```") == 2 and "\x1b" not in text
    assert "new\\_" in text and "main (abc)" in text


def test_exit_codes() -> None:
    assert exit_code(RESULT) == 1
    calm = replace(RESULT, pairs=(SAME, OPEN))
    assert (exit_code(calm), exit_code(calm, "tested"), exit_code(calm, "proved")) == (0, 0, 1)
    assert exit_code(replace(RESULT, pairs=(), added=(), removed=())) == 5
    assert exit_code(replace(calm, partial="interrupted")) == 2
    assert exit_code(replace(calm, errors=(InternalError("a", "b"),))) == 3
    assert exit_code(replace(calm, problems=(Problem("a.py", 1, "syntax-error", ""),))) == 1
