"""How steady proofs are, for people and machines."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from verheal.report import json as report_json
from verheal.report.model import CheckResult, SpreadResult
from verheal.report.schemas import schema_text
from verheal.report.spreads import spread_lines
from verheal.report.style import Style


def spread_over(result: CheckResult, *spreads: SpreadResult) -> CheckResult:
    first = next(o for o in result.obligations if o.verdict == "proved")
    made = [replace(first, id=f"{number}", spread=spread) for number, spread in enumerate(spreads)]
    return replace(result, obligations=tuple(made), seeds=3)


def test_nothing_is_said_when_nobody_asked(result: CheckResult) -> None:
    assert list(spread_lines(result, Style())) == []


def test_the_least_steady_come_first(result: CheckResult) -> None:
    told = spread_over(
        result,
        SpreadResult(3, (10, 11, 12)),
        SpreadResult(3, (10, 50, 90)),
        SpreadResult(3, (7,)),
        SpreadResult(3, ()),
    )
    head, *lines = spread_lines(told, Style())
    assert head == "seeds: 2 of 4 proofs found again under each of 3 seeds"
    assert [line.rpartition("]: ")[2] for line in lines] == [
        "0 of 3 seeds",
        "1 of 3 seeds, rlimit 7 to 7",
        "3 of 3 seeds, rlimit 10 to 90",
    ]


def test_machines_get_all_numbers(result: CheckResult) -> None:
    document = json.loads(report_json.render(spread_over(result, SpreadResult(3, (7, 9))), 0))
    jsonschema.Draft202012Validator(json.loads(schema_text("check"))).validate(document)
    assert document["seeds"] == 3
    assert document["obligations"][0]["spread"] == {"seeds": 3, "found": 2, "rlimits": [7, 9]}
