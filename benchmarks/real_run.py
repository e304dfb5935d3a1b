"""Runs verheal over the selected functions of real packages and gathers what it says of them."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measure import ROOT, Done, run
from real_packages import Package, Selected

OURS = ("Traceback (most recent call last)",)
FINDING = (": warning[", ": refuted[", ": unknown[", ": tested[", ": bounded[", ": confirmed[")


@dataclass(frozen=True)
class Outcome:
    """What verheal said of one function; `obligations` as in the report. Verdict `missing`: no answer."""

    selected: Selected
    verdict: str
    obligations: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class PackageRun:
    """One package: `shown` findings by default over `lines` source lines read; `crashes` should be empty."""

    package: Package
    outcomes: tuple[Outcome, ...]
    cpu: float
    wall: float
    peak: int
    shown: int
    lines: int
    crashes: tuple[str, ...]
    tool: dict[str, str] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Effort:
    """`limit`: wall-clock seconds for one function, at most. `budget` is verheal's, None for its default."""

    jobs: int
    limit: float
    budget: float | None


def snapshot(work: Path) -> Path:
    """A copy of verheal in `work`: a run takes long, and the sources may be edited meanwhile."""
    tool = work / "tool"
    shutil.rmtree(tool, ignore_errors=True)
    shutil.copytree(ROOT / "verheal", tool / "verheal", ignore=shutil.ignore_patterns("__pycache__"))
    return tool


def check(
    package: Package, chosen: Sequence[Selected], unpacked: Path, python: Path, work: Path, effort: Effort
) -> PackageRun:
    """One run for the package; when that does not end well, one for each function, to see which it was."""
    together = _once(package, chosen, unpacked, python, work, effort)
    if not together.crashes or len(chosen) == 1:
        return together
    print("\n".join(together.crashes), file=sys.stderr)
    apart = [_once(package, [one], unpacked, python, work, effort) for one in chosen]
    return PackageRun(
        package,
        tuple(outcome for part in apart for outcome in part.outcomes),
        sum(part.cpu for part in apart),
        sum(part.wall for part in apart),
        max(part.peak for part in apart),
        sum(part.shown for part in apart),
        max(part.lines for part in apart),
        (*(f"all together: {crash}" for crash in together.crashes), *(c for p in apart for c in p.crashes)),
        next((part.tool for part in apart if part.tool), {}),
        apart[0].stats,
    )


def _once(
    package: Package, chosen: Sequence[Selected], unpacked: Path, python: Path, work: Path, effort: Effort
) -> PackageRun:
    text, report = work / f"{package.name}.txt", work / f"{package.name}.json"
    text.unlink(missing_ok=True)
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "verheal", "check", package.folder, "--python", str(python)]
    command += ["--jobs", str(effort.jobs), "--no-cache", "--stats"]
    command += ["--budget", str(effort.budget)] if effort.budget else []
    command += ["--format", "text", "-o", str(text), "--format", "json", "-o", str(report)]
    for one in chosen:
        command += ["--function", one.key]
    own = {"PYTHONPATH": str(work / "tool")}
    done = run(command, cwd=unpacked, limit=120 + effort.limit * len(chosen), env=own)
    subjects = chosen[0].key if len(chosen) == 1 else package.name
    crashes = [f"{subjects}: {crash}" for crash in _crashes(done)]
    document: dict[str, Any] = {}
    if report.is_file():
        document = json.loads(report.read_text(encoding="utf-8"))
        crashes += [f"{subjects}: {e['where']}: {e['message']}" for e in document.get("errors", ())]
        crashes += [f"{subjects}: {document['partial']}"] if document.get("partial") else []
    shown = text.read_text(encoding="utf-8").splitlines() if text.is_file() else []
    stats = document.get("stats", {})
    return PackageRun(
        package,
        tuple(_outcomes(chosen, document)),
        done.cpu,
        done.wall,
        max(done.peak, stats.get("peak_memory", 0)),
        sum(any(word in line for word in FINDING) for line in shown),
        stats.get("lines", 0),
        tuple(crashes),
        document.get("tool", {}),
        stats,
    )


def _crashes(done: Done) -> list[str]:
    found = []
    tail = done.err.strip()[-600:]
    if done.late:
        found.append(f"did not end within its time: {tail}")
    elif done.code not in (0, 1, 5):
        found.append(f"exit code {done.code}: {tail}")
    elif any(word in done.err for word in OURS):
        found.append(f"traceback: {tail}")
    return found


def _outcomes(chosen: Sequence[Selected], document: dict[str, Any]) -> list[Outcome]:
    verdicts = {_key(f): f["verdict"] for f in document.get("functions", ())}
    own: dict[str, list[dict[str, Any]]] = {}
    for obligation in document.get("obligations", ()):
        own.setdefault(_key(obligation), []).append(obligation)
    return [Outcome(one, verdicts.get(one.key, "missing"), tuple(own.get(one.key, ()))) for one in chosen]


def _key(item: dict[str, Any]) -> str:
    parts = list(Path(item["path"]).with_suffix("").parts)
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return f"{module}:{item['function']}"
