"""A proof and a counterexample for one obligation: verheal is wrong. What shows it is kept to be sent in."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from verheal import workdir
from verheal.prover.outcome import Detail, Finding
from verheal.report.model import InternalError


def report_contradiction(
    root: Path, finding: Finding, detail: Detail | None, versions: Sequence[tuple[str, str]]
) -> InternalError:
    """Writes the bundle and says where it is."""
    folder = _folder(root) / f"contradiction-{sha256(finding.id.encode()).hexdigest()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    summary = {
        "obligation": finding.id,
        "versions": dict(versions),
        "witness": asdict(finding.witness) if finding.witness else None,
        "evidence": [[item.by, int(item.level), int(item.against), item.key] for item in finding.evidence],
    }
    _put(folder / "summary.json", json.dumps(summary, indent=1))
    if detail is not None:
        _put(folder / "obligation.smt2", detail.smt)
        _put(folder / "claim.json", detail.claim)
        _put(folder / "solvers.jsonl", "\n".join(detail.solvers))
        _put(folder / "replays.jsonl", "\n".join(detail.replays))
    said = f"proved and refuted at once, so verheal is wrong: {finding.id}"
    return InternalError("the verdicts", said, str(folder))


def _folder(root: Path) -> Path:
    try:
        return workdir.ensure(root) / "bundles"
    except OSError:
        return Path(tempfile.gettempdir()) / "verheal-bundles"


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
