"""`verheal.infer/1`: what an `infer` found, for machines. `verheal schema infer` prints its schema."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from verheal.report.infer_model import POST, PRE, ConditionResult, InferredResult, InferResult

SCHEMA = "verheal.infer/1"


def render(result: InferResult, exit_code: int) -> str:
    """One JSON object. ASCII only: lone surrogates in source text survive as escapes."""
    return json.dumps(document(result, exit_code), indent=1, ensure_ascii=True) + "\n"


def document(result: InferResult, exit_code: int) -> dict[str, Any]:
    """The object itself, in an order that does not change between two runs over the same code."""
    functions = sorted(result.functions, key=lambda f: (f.path, f.line, f.function))
    kinds = [condition.kind for function in functions for condition in function.conditions]
    return {
        "schema": SCHEMA,
        "tool": dict(result.tool),
        "summary": {
            "exit_code": exit_code,
            "functions": len(functions),
            "inferred": sum(bool(function.conditions) for function in functions),
            "contracted": result.contracted,
            PRE: kinds.count(PRE),
            POST: kinds.count(POST),
        },
        "functions": [_function(function) for function in functions],
        "written": dict(result.written),
        "problems": [asdict(problem) for problem in result.problems],
        "errors": [asdict(error) for error in result.errors],
        "partial": result.partial,
        "stats": asdict(result.stats),
    }


def _function(function: InferredResult) -> dict[str, Any]:
    return {
        "path": function.path,
        "function": function.function,
        "line": function.line,
        "conditions": [_condition(condition) for condition in function.conditions],
        "tried": function.tried,
        "returned": function.returned,
        "failing": [{"call": call, "raises": raises} for call, raises in function.failing],
        "excluded": list(function.excluded),
        "reason": function.reason,
    }


def _condition(condition: ConditionResult) -> dict[str, Any]:
    return {
        "kind": condition.kind,
        "text": condition.text,
        "origin": "inferred",
        "verdict": "proved",
        "evidence": [asdict(evidence) for evidence in condition.evidence],
        "assumptions": list(condition.assumptions),
        "written": condition.written,
        "note": condition.note,
    }
