"""Reports of functions as JSON texts and back. Raises CodecError for a text that is not one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from verheal.lattice.levels import Against, For
from verheal.proofs.assumption import Assumption
from verheal.proofs.evidence import Evidence
from verheal.prover.outcome import Attempt, Call, Costs, Detail, Failure, Finding, FunctionReport, Suggestion

Read = TypeVar("Read")


class CodecError(ValueError):
    """The text was written by something else, or is damaged."""


def write_report(report: FunctionReport) -> str:
    """Everything of a report but its details and its costs: those are of one run."""
    record = {
        "key": report.key,
        "terminates": report.terminates,
        "closed": report.closed,
        "assumptions": report.assumptions,
        "lines": report.lines,
        "suggestions": [(one.line, one.texts, one.left) for one in report.suggestions],
        "notes": report.notes,
        "failure": asdict(report.failure) if report.failure else None,
        "findings": [_finding_record(finding) for finding in report.findings],
    }
    return json.dumps(record, separators=(",", ":"))


def read_report(text: str) -> FunctionReport:
    """The report of a text that write_report wrote."""
    return _guarded(text, _report)


def write_details(details: tuple[Detail, ...]) -> str:
    """The long parts of one function's findings."""
    return json.dumps([asdict(item) for item in details], separators=(",", ":"))


def read_details(text: str) -> tuple[Detail, ...]:
    """The details of a text that write_details wrote."""
    return _guarded(text, lambda data: tuple(_detail(item) for item in data))


def _guarded(text: str, read: Callable[[Any], Read]) -> Read:
    try:
        return read(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise CodecError(f"{type(error).__name__}: {error}") from error


def _report(data: Any) -> FunctionReport:
    return FunctionReport(
        key=str(data["key"]),
        findings=tuple(_finding(item) for item in data["findings"]),
        terminates=str(data["terminates"]),
        assumptions=tuple(data["assumptions"]),
        lines=tuple((str(key), int(line)) for key, line in data["lines"]),
        failure=Failure(**data["failure"]) if data["failure"] else None,
        costs=Costs(),
        notes=tuple(data["notes"]),
        closed=data["closed"] is True,
        suggestions=tuple(
            Suggestion(int(line), tuple(map(str, texts)), int(left)) for line, texts, left in data["suggestions"]
        ),
    )


def _finding_record(finding: Finding) -> dict[str, Any]:
    record = {name: value for name, value in vars(finding).items() if name not in ("evidence", "witness")}
    record["evidence"] = [_evidence_record(item) for item in finding.evidence]
    record["witness"] = asdict(finding.witness) if finding.witness else None
    return record


def _finding(data: Any) -> Finding:
    fields = dict(data)
    witness = fields.pop("witness")
    if witness is not None:
        witness["args"] = tuple((str(name), str(text)) for name, text in witness["args"])
        witness = Call(**witness)
    evidence = tuple(_evidence(item) for item in fields.pop("evidence"))
    fields["rests_on"] = tuple(fields["rests_on"])
    return Finding(**fields, evidence=evidence, witness=witness)


def _evidence_record(item: Evidence) -> list[Any]:
    names = sorted(item.assumptions)
    return [
        item.by,
        int(item.level),
        int(item.against),
        item.key,
        item.rlimit,
        item.seconds,
        item.seed,
        names,
    ]


def _evidence(data: Any) -> Evidence:
    by, level, against, key, rlimit, seconds, seed, names = data
    known = {str(member): member for member in Assumption}
    assumed = frozenset(known[name] for name in names)
    return Evidence(by, For(level), Against(against), key, rlimit, seconds, seed, assumed)


def _detail(data: Any) -> Detail:
    fields = dict(data)
    attempts = tuple(Attempt(**item) for item in fields.pop("attempts"))
    for name in ("terms", "solvers", "replays"):
        fields[name] = tuple(fields[name])
    return Detail(**fields, attempts=attempts)
