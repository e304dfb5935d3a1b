"""verheal over the corpus, all backends on, in one run; and what each backend's evidence decides alone."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus import Answer, Entry, Said, ToolResult, scores
from measure import ROOT, run

ENOUGH = frozenset({"confirmed", "proved", "corroborated", "certified"})
FAILED = frozenset({"refuted", "suspected"})


def verheal(entries: tuple[Entry, ...], jobs: int, limit: float) -> ToolResult:
    """Without its cache: every second that it needs is counted."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "report.json"
        command = [sys.executable, "-m", "verheal", "check", *dict.fromkeys(e.path for e in entries)]
        command += ["--no-cache", "--jobs", str(jobs), "--format", "json", "-o", str(file)]
        done = run(command, limit=limit)
        troubles = _troubles(done.code, done.late, done.err)
        if not file.is_file():
            return ToolResult("verheal", {}, {}, done.cpu, done.wall, (*troubles, "no report"))
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    troubles += [f"{error['where']}: {error['message']}" for error in report.get("errors", ())]
    backends = per_backend(entries, report)
    extra = {"backends": backends, "peak_bytes": done.peak, "stats": report.get("stats", {})}
    return ToolResult("verheal", report["tool"], answers(report), done.cpu, done.wall, tuple(troubles), extra)


def _troubles(code: int, late: bool, err: str) -> list[str]:
    found = []
    if late or code not in (0, 1):
        found.append(f"{'out of time' if late else f'exit {code}'}: {err.strip()[-500:]}")
    if "Traceback" in err:
        found.append(f"traceback: {err.strip()[-1000:]}")
    return found


def answers(report: dict[str, Any]) -> dict[str, Answer]:
    """By name as in the corpus. Any refuted obligation of a function refutes it."""
    refuted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    open_: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for obligation in report["obligations"]:
        if obligation["verdict"] == "refuted":
            refuted[_name(obligation)].append(obligation)
        elif obligation["verdict"] not in ENOUGH:
            open_[_name(obligation)].append(obligation)
    return {
        _name(function): replace(
            _answer(function, refuted[_name(function)], open_[_name(function)]), cpu=function["seconds"]
        )
        for function in report["functions"]
    }


def _name(item: dict[str, Any]) -> str:
    path = Path(item["path"])
    inside = path.relative_to(ROOT) if path.is_absolute() else path
    return f"{inside.as_posix().removeprefix('tests/corpus/')}:{item['function']}"


def _answer(function: dict[str, Any], refuted: list[Any], undecided: list[Any]) -> Answer:
    if refuted or function["verdict"] == "refuted":
        calls = (f"{o['kind']}: {(o['witness'] or {}).get('call', '?')}" for o in refuted)
        return Answer(Said.REFUTED, "; ".join(calls)[:400], tuple(o["kind"] for o in refuted))
    if function["verdict"] in ENOUGH:
        return Answer(Said.PROVED, function["verdict"])
    reasons = dict.fromkeys(f"{o['kind']}: {o['reason']}" for o in undecided)
    return Answer(Said.UNDECIDED, "; ".join(reasons)[:400])


def per_backend(entries: tuple[Entry, ...], report: dict[str, Any]) -> dict[str, dict[str, float]]:
    """What each would have decided alone: all obligations of a function confirmed by it, or one failed by it.

    A refutation is CPython's, which replays; who only suspected it is credited with it too.
    """
    own: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for obligation in report["obligations"]:
        if obligation["kind"] != "termination":
            own[_name(obligation)].append(obligation)
    seconds: dict[str, float] = defaultdict(float)
    for obligation in report["obligations"]:
        for evidence in obligation["evidence"]:
            seconds[_backend(evidence)] += evidence["seconds"] or 0.0
    result = {}
    for backend in sorted(seconds):
        said = {name: Answer(_alone(backend, obligations)) for name, obligations in own.items()}
        counted = {str(key): float(n) for key, n in scores(entries, said).items()}
        result[backend] = {**counted, "cpu": seconds[backend]}
    return result


def _backend(evidence: dict[str, Any]) -> str:
    return str(evidence["by"]).split(" ")[0]


def _alone(backend: str, obligations: list[dict[str, Any]]) -> Said:
    levels = [{e["level"] for e in o["evidence"] if _backend(e) == backend} for o in obligations]
    failed = (o["verdict"] == "refuted" and lv & FAILED for o, lv in zip(obligations, levels, strict=True))
    if any(failed):
        return Said.REFUTED
    return Said.PROVED if all(found & ENOUGH for found in levels) else Said.UNDECIDED
