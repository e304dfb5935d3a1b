"""Runs verheal on the shop and compares its answer with `expected.json`. Exit code 0 when they agree."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROVED = ("proved", "corroborated", "certified")


def main() -> int:
    report = run()
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    differences = compare(report, expected)
    for difference in differences:
        print(f"NOT AS EXPECTED  {difference}")
    wanted, proved = len(expected["refuted"]), len(expected["proved"])
    verdict = (
        f"{len(differences)} differences"
        if differences
        else f"{wanted} defects refuted, {proved} functions proved"
    )
    print(f"\nexamples: {verdict}, {'not ' if differences else ''}as expected")
    return 1 if differences else 0


def run() -> dict[str, Any]:
    """The report as JSON; the one for people goes to the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        command = [sys.executable, "-m", "verheal", "check", "examples/"]
        command += ["--format", "text", "--format", "json", "-o", str(file)]
        done = subprocess.run(command, cwd=HERE.parent, check=False)
        if done.returncode != 1:
            sys.exit(
                f"examples: verheal exited with {done.returncode}, expected 1: there are defects to find"
            )
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return report


def compare(report: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """One line for each defect that was missed, each claim that is wrong, each proof that is gone."""
    verdicts = {name(f): f["verdict"] for f in report["functions"]}
    refuted: dict[str, set[str]] = {}
    for obligation in report["obligations"]:
        if obligation["verdict"] == "refuted":
            refuted.setdefault(name(obligation), set()).add(obligation["kind"])
    found = []
    for subject, kinds in expected["refuted"].items():
        if not refuted.get(subject, set()) & set(kinds):
            found.append(
                f"{subject}: {verdicts.get(subject, 'not read')}, expected refuted {' or '.join(kinds)}"
            )
    for subject in expected["proved"]:
        if verdicts.get(subject) not in PROVED:
            found.append(f"{subject}: {verdicts.get(subject, 'not read')}, expected proved")
    for subject in sorted(set(refuted) - set(expected["refuted"])):
        found.append(f"{subject}: refuted {', '.join(sorted(refuted[subject]))}, which is wrong: it is sound")
    return found


def name(entry: dict[str, Any]) -> str:
    return f"{entry['path'].removeprefix('examples/')}:{entry['function']}"


if __name__ == "__main__":
    sys.exit(main())
