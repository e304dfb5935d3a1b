"""`verheal.check/1`: the result for machines. `verheal schema check` prints its schema.

Keys may be added within version 1; none is renamed or removed, and no meaning changes.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from verheal.report.findings import is_clause
from verheal.report.model import (
    UNDECIDED,
    VERDICTS,
    CheckResult,
    EvidenceResult,
    FunctionResult,
    ObligationResult,
    SpreadResult,
    WitnessResult,
)

SCHEMA = "verheal.check/1"


def render(result: CheckResult, exit_code: int) -> str:
    """One JSON object. ASCII only: lone surrogates in source text survive as escapes."""
    return json.dumps(document(result, exit_code), indent=1, ensure_ascii=True) + "\n"


def document(result: CheckResult, exit_code: int) -> dict[str, Any]:
    """The object itself, in an order that does not change between two runs over the same code."""
    obligations = sorted(result.obligations, key=lambda o: (o.path, o.line, o.id))
    return {
        "schema": SCHEMA,
        "tool": dict(result.tool),
        "summary": _summary(result, exit_code),
        "functions": [
            _function(f) for f in sorted(result.functions, key=lambda f: (f.path, f.line, f.function))
        ],
        "obligations": [_obligation(o) for o in obligations],
        "problems": [asdict(problem) for problem in result.problems],
        "skips": [asdict(skip) for skip in result.skips],
        "errors": [asdict(error) for error in result.errors],
        "partial": result.partial,
        "since": result.since or None,
        "unchanged": result.unchanged,
        "seeds": result.seeds,
        "suggestions": [asdict(suggestion) for suggestion in result.suggestions],
        "stats": asdict(result.stats),
    }


def _summary(result: CheckResult, exit_code: int) -> dict[str, Any]:
    return {
        "exit_code": exit_code,
        "functions": _counts(f.verdict for f in result.functions),
        "obligations": _counts(o.verdict for o in result.obligations),
        "clauses_refuted": sum(is_clause(o) and o.verdict == "refuted" for o in result.obligations),
        "clauses_undecided": sum(is_clause(o) and o.verdict in UNDECIDED for o in result.obligations),
        "problems": len(result.problems),
        "skips": len(result.skips),
    }


def _counts(words: Any) -> dict[str, int]:
    counted = Counter(words)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def _function(function: FunctionResult) -> dict[str, Any]:
    return {
        "path": function.path,
        "function": function.function,
        "line": function.line,
        "verdict": function.verdict,
        "terminates": function.terminates,
        "assumptions": list(function.assumptions),
        "seconds": function.seconds,
    }


def _obligation(obligation: ObligationResult) -> dict[str, Any]:
    return {
        "id": obligation.id,
        "path": obligation.path,
        "function": obligation.function,
        "line": obligation.line,
        "end_line": obligation.end_line,
        "kind": obligation.kind,
        "declared": obligation.declared,
        "inferred": obligation.inferred,
        "text": obligation.text,
        "verdict": obligation.verdict,
        "reason": obligation.reason,
        "witness": None if obligation.witness is None else _witness(obligation.witness),
        "evidence": [_evidence(evidence) for evidence in obligation.evidence],
        "assumptions": list(obligation.assumptions),
        "hint": obligation.hint,
        "spread": None if obligation.spread is None else _spread(obligation.spread),
    }


def _spread(spread: SpreadResult) -> dict[str, Any]:
    return {"seeds": spread.seeds, "found": len(spread.rlimits), "rlimits": list(spread.rlimits)}


def _witness(witness: WitnessResult) -> dict[str, Any]:
    return {
        "args": dict(witness.args),
        "call": witness.call,
        "raises": witness.raises,
        "note": witness.note,
        "holds": witness.holds,
    }


def _evidence(evidence: EvidenceResult) -> dict[str, Any]:
    return {
        "by": evidence.by,
        "level": evidence.level,
        "key": evidence.key,
        "rlimit": evidence.rlimit,
        "seconds": evidence.seconds,
    }
