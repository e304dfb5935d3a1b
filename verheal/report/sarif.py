"""SARIF 2.1.0, as plain dictionaries: typed SARIF libraries accept files that the OASIS schema rejects.

Two files. The full one holds every obligation (`kind` fail, open, pass or notApplicable). GitHub shows a
`pass` as an alert and ignores suppressions: the file for it holds only `fail` and `open`, best ranked first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from verheal.report.findings import is_error
from verheal.report.model import PROVED, CheckResult, ObligationResult, Problem, Skip
from verheal.report.wording import headline, kind_text, outcome

SCHEMA_URI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
GITHUB_RESULTS = 5000  # GitHub keeps this many per run, by its own choice of which
FINGERPRINT = "verhealObligation/v1"


def render(result: CheckResult, *, github: bool, strict: bool = False) -> str:
    return json.dumps(document(result, github=github, strict=strict), indent=1, ensure_ascii=True) + "\n"


def document(result: CheckResult, *, github: bool, strict: bool = False) -> dict[str, Any]:
    """The log file as a dictionary; with `github` the one that is meant for upload to GitHub."""
    obligations = sorted(
        result.obligations, key=lambda o: (o.verdict != "refuted", o.rank, o.path, o.line, o.id)
    )
    results = [_problem(problem) for problem in result.problems]
    results += [_obligation(obligation, strict) for obligation in obligations]
    if github:
        results = [r for r in results if r["kind"] in ("fail", "open")][:GITHUB_RESULTS]
    else:
        results += [_skip(skip) for skip in result.skips]
    return {
        "$schema": SCHEMA_URI,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(result.tool, {r["ruleId"] for r in results})},
                "invocations": [_invocation(result)],
                "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The directory of the run."}}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _driver(tool: Mapping[str, str], rules: Iterable[str]) -> dict[str, Any]:
    described = [
        {
            "id": rule,
            "shortDescription": {"text": kind_text(rule).capitalize()},
            "properties": {"tags": ["correctness"]},
        }
        for rule in sorted(rules)
    ]
    return {"name": "verheal", "version": tool.get("verheal", "unknown"), "rules": described}


def _invocation(result: CheckResult) -> dict[str, Any]:
    notes = [
        {
            "level": "error",
            "message": {"text": f"{error.where}: {error.message}"},
            "descriptor": {"id": "internal"},
        }
        for error in result.errors
    ]
    if result.partial is not None:
        notes.append(
            {
                "level": "warning",
                "message": {"text": f"partial: {result.partial}"},
                "descriptor": {"id": "partial"},
            }
        )
    invocation: dict[str, Any] = {"executionSuccessful": not notes}
    if notes:
        invocation["toolExecutionNotifications"] = notes
    return invocation


def _obligation(obligation: ObligationResult, strict: bool) -> dict[str, Any]:
    kind, level = _kind(obligation, strict)
    found: dict[str, Any] = {
        "ruleId": obligation.kind,
        "kind": kind,
        "level": level,
        "message": {"text": _message(obligation)},
        "locations": [_location(obligation.path, obligation.line, obligation.end_line, obligation.function)],
        "partialFingerprints": {FINGERPRINT: fingerprint(obligation.path, obligation.id)},
        "properties": {"obligation": obligation.id, "verdict": obligation.verdict},
    }
    if kind == "fail":
        found["rank"] = max(0.0, 100.0 - obligation.rank)
    return found


def _kind(obligation: ObligationResult, strict: bool) -> tuple[str, str]:
    """SARIF wants level `none` for everything that is not a failure."""
    if obligation.verdict == "refuted":
        return "fail", "error" if is_error(obligation, strict) else "warning"
    return ("pass" if obligation.verdict in PROVED else "open"), "none"


def _message(obligation: ObligationResult) -> str:
    parts = [f"{obligation.verdict}: {headline(obligation)} in {obligation.function}"]
    if obligation.witness is not None:
        parts.append(f"counterexample: {outcome(obligation.witness)}")
    if obligation.reason:
        parts.append(f"reason: {obligation.reason}")
    if obligation.hint:
        parts.append(f"help: {obligation.hint}")
    return ". ".join(parts)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "kind": "fail",
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [_location(problem.path, problem.line, problem.line)],
        "partialFingerprints": {FINGERPRINT: fingerprint(problem.path, problem.code)},
    }


def _skip(skip: Skip) -> dict[str, Any]:
    return {
        "ruleId": "skip",
        "kind": "notApplicable",
        "level": "none",
        "message": {"text": f"skipped: {skip.reason}"},
        "locations": [_location(skip.path, skip.line, skip.line, skip.function)],
    }


def _location(path: str, line: int, end_line: int, function: str = "") -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if line > 0:
        physical["region"] = {"startLine": line, "endLine": max(line, end_line)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if function:
        location["logicalLocations"] = [{"fullyQualifiedName": function, "kind": "function"}]
    return location


def _artifact(path: str) -> dict[str, str]:
    name = Path(path)
    if name.is_absolute():
        return {"uri": f"file://{_quoted(name.as_posix())}"}
    return {"uri": _quoted(name.as_posix()), "uriBaseId": "SRCROOT"}


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))


def fingerprint(path: str, identity: str) -> str:
    """The same for as long as file and obligation keep their names; lines may move."""
    text = f"{path}\0{identity}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()
