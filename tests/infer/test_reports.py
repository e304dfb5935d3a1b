"""What `infer` prints, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema

from tests.infer.helpers import inferred
from verheal.report import infer_json, infer_text
from verheal.report.infer_model import ConditionResult, InferredResult, InferResult
from verheal.report.schemas import schema_text
from verheal.report.style import Style

RESULT = InferResult(
    {"verheal": "0.1.0"},
    (
        InferredResult(
            "shop.py", "mean", 3,
            (
                ConditionResult("pre", "len(xs) > 0", (), ("arguments-conform",)),
                ConditionResult("post", "__return__ >= 0"),
                ConditionResult("post", "xs == __old__.xs"),
            ),
            150, 140, (("mean([])", "ZeroDivisionError"),), ("mean([0])",),
        ),
        InferredResult("shop.py", "odd\x1b[0m", 9, reason="nothing held"),
    ),
    contracted=1,
)  # fmt: skip


def test_text_for_people() -> None:
    text = infer_text.render(RESULT, Style(), everything=True)
    assert text.startswith("shop.py:3: inferred mean\n  = pre: len(xs) > 0\n")
    assert "without it: mean([]) raises ZeroDivisionError" in text
    assert "= post: xs is left as before" in text
    assert "stronger than needed: mean([0]) returned" in text
    assert "1 function has a contract already and was left alone" in text
    assert "\x1b" not in text


def test_json_keeps_to_its_schema() -> None:
    document = json.loads(infer_json.render(RESULT, 0))
    schema = json.loads(schema_text("infer"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert set(document) == set(schema["properties"])
    assert set(document["functions"][0]) == set(schema["$defs"]["function"]["properties"])
    assert {condition["origin"] for condition in document["functions"][0]["conditions"]} == {"inferred"}


def test_a_run_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("def sign(x: int) -> int:\n    return 1 if x > 0 else -1\n")
    command = [sys.executable, "-m", "verheal", "infer", "shop.py", "--format", "json", "--budget", "5"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(json.loads(schema_text("infer"))).validate(document)
    assert {"__return__ in (-1, 1)"} <= {c["text"] for c in document["functions"][0]["conditions"]}


def test_exit_codes(tmp_path: Path) -> None:
    from verheal.app.infer import exit_code

    assert exit_code(RESULT) == 0
    assert exit_code(replace(RESULT, partial="interrupted")) == 2
    assert exit_code(inferred(tmp_path, "def f(:\n")) == 1
    assert exit_code(inferred(tmp_path, "x = 1\n")) == 5
    assert exit_code(inferred(tmp_path, "def f(x: int) -> int:\n    return helper(x)\n")) == 0
