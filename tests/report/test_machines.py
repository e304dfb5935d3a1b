"""JSON against its published schema, SARIF against that of OASIS."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from verheal.report import json as report_json
from verheal.report import sarif
from verheal.report.model import CheckResult, InternalError
from verheal.report.schemas import schema_text

OASIS = Path(__file__).parents[1] / "data" / "sarif" / "sarif-2.1.0-rtm.5.json"


def check_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text("check"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def valid_sarif(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    jsonschema.Draft4Validator(json.loads(OASIS.read_text())).validate(document)
    return document


def test_json_keeps_to_its_schema_and_to_the_names_promised(result: CheckResult) -> None:
    document = json.loads(report_json.render(result, 1))
    jsonschema.Draft202012Validator(check_schema()).validate(document)
    assert document["schema"] == "verheal.check/1"
    assert set(document["functions"][0]) == {
        "path", "function", "line", "verdict", "terminates", "assumptions", "seconds",
    }  # fmt: skip
    post = next(o for o in document["obligations"] if o["kind"] == "safety:ZeroDivisionError")
    assert post["witness"]["args"] == {"xs": "[]"}
    assert post["witness"]["call"] == "mean([])"
    assert post["witness"]["raises"].startswith("ZeroDivisionError: ")
    proved = next(o for o in document["obligations"] if o["verdict"] == "proved")
    assert proved["witness"] is None and proved["reason"] is None
    assert proved["evidence"][0] == {
        "by": "z3 5.4.0", "level": "proved", "key": "sha256:ab", "rlimit": 1234, "seconds": 0.01,
    }  # fmt: skip


def test_the_schema_has_every_key_that_is_written(result: CheckResult) -> None:
    document, schema = report_json.document(result, 1), check_schema()
    assert set(document) == set(schema["properties"])
    for name in ("function", "obligation"):
        assert set(document[f"{name}s"][0]) == set(schema["$defs"][name]["properties"])


@pytest.mark.parametrize("break_it", [
    lambda d: d["obligations"][0].update(verdict="fine"),
    lambda d: d["obligations"][0].update(kind="hunch"),
    lambda d: [o.update(witness=None) for o in d["obligations"]],
    lambda d: d.pop("summary"),
])  # fmt: skip
def test_the_schema_refuses_what_is_wrong(result: CheckResult, break_it: Any) -> None:
    document = json.loads(report_json.render(result, 1))
    break_it(document)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(check_schema()).validate(document)


def test_lone_surrogates_survive(result: CheckResult) -> None:
    odd = replace(result, obligations=(replace(result.obligations[0], text="s == '\ud800'"),))
    assert json.loads(report_json.render(odd, 1))["obligations"][0]["text"] == "s == '\ud800'"
    valid_sarif(sarif.render(odd, github=False))


def test_the_full_sarif_file_holds_everything(result: CheckResult) -> None:
    document = valid_sarif(sarif.render(result, github=False))
    kinds = [found["kind"] for found in document["runs"][0]["results"]]
    assert sorted(kinds) == ["fail", "fail", "fail", "notApplicable", "open", "pass"]


def test_the_github_file_holds_only_what_github_shows_rightly(result: CheckResult) -> None:
    document = valid_sarif(sarif.render(result, github=True))
    results = document["runs"][0]["results"]
    assert {found["kind"] for found in results} == {"fail", "open"}
    assert all(found["partialFingerprints"] for found in results)
    assert {found["ruleId"] for found in results} == {
        r["id"] for r in document["runs"][0]["tool"]["driver"]["rules"]
    }


def test_fingerprints_do_not_move_with_lines(result: CheckResult) -> None:
    moved = replace(result, obligations=tuple(replace(o, line=o.line + 40) for o in result.obligations))
    before, after = (sarif.document(r, github=True)["runs"][0]["results"] for r in (result, moved))
    assert [f["partialFingerprints"] for f in before] == [f["partialFingerprints"] for f in after]
    assert len({str(f["partialFingerprints"]) for f in before}) == len(before)


def test_errors_make_the_run_unsuccessful(result: CheckResult) -> None:
    broken = replace(result, errors=(InternalError("z3", "crashed"),), partial="interrupted")
    document = valid_sarif(sarif.render(broken, github=True))
    assert document["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_odd_paths_are_uris(result: CheckResult) -> None:
    odd = replace(result, problems=(), obligations=(replace(result.obligations[0], path="a b/ü#.py"),))
    document = valid_sarif(sarif.render(odd, github=False))
    location = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%20b/%C3%BC%23.py"
