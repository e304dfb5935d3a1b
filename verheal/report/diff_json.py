"""`verheal.diff/1`: what a `diff` found, for machines. `verheal schema diff` prints its schema.

Two functions that were named give one answer; two files or revisions give an object with a list of them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from verheal.report.diff_model import ANSWERS, DiffResult, PairResult

SCHEMA = "verheal.diff/1"


def render(result: DiffResult, exit_code: int) -> str:
    """One JSON object. ASCII only: lone surrogates in source text survive as escapes."""
    found = single(result.pairs[0]) if result.single and result.pairs else document(result, exit_code)
    return json.dumps(found, indent=1, ensure_ascii=True) + "\n"


def single(pair: PairResult) -> dict[str, Any]:
    """The answer for one pair."""
    return {
        "schema": SCHEMA,
        "verdict": pair.verdict,
        "evidence": pair.evidence,
        "witness": None if pair.witness is None else asdict(pair.witness),
        "reason": pair.reason,
    }


def document(result: DiffResult, exit_code: int) -> dict[str, Any]:
    """The answers for all pairs, in an order that does not change between two runs over the same code."""
    pairs = sorted(result.pairs, key=lambda p: (p.after.path, p.after.line, p.after.function))
    return {
        "schema": SCHEMA,
        "tool": dict(result.tool),
        "before": result.before,
        "after": result.after,
        "summary": {
            "exit_code": exit_code,
            **{word: sum(pair.verdict == word for pair in result.pairs) for word in ANSWERS},
            "unchanged": result.unchanged,
            "added": len(result.added),
            "removed": len(result.removed),
        },
        "functions": [_pair(pair) for pair in pairs],
        "added": [asdict(place) for place in result.added],
        "removed": [asdict(place) for place in result.removed],
        "problems": [asdict(problem) for problem in result.problems],
        "errors": [asdict(error) for error in result.errors],
        "partial": result.partial,
        "stats": asdict(result.stats),
    }


def _pair(pair: PairResult) -> dict[str, Any]:
    return {
        "path": pair.after.path,
        "function": pair.after.function,
        "line": pair.after.line,
        "before": asdict(pair.before),
        "kind": pair.kind,
        **{key: value for key, value in single(pair).items() if key != "schema"},
        "through": list(pair.through),
        "agreed": pair.agreed,
        "by": list(pair.by),
        "assumptions": list(pair.assumptions),
    }
