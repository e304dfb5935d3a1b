"""verheal on itself: what is proved of its own lattice and kernel stays proved, and no clause of theirs is refuted."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAYS = Path(__file__).with_name("proved.txt")
PROVED = ("proved", "corroborated", "certified")


def test_what_is_proved_of_verheal_stays_proved(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "verheal", "check", "verheal/lattice", "verheal/proofs"]
    command += ["--budget", "3", "--jobs", "1", "--no-cache", "--format", "json", "-o", str(report)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    proved = {f"{f['path']}:{f['function']}" for f in found["functions"] if f["verdict"] in PROVED}
    expected = set(STAYS.read_text(encoding="utf-8").split())
    assert expected <= proved, sorted(expected - proved)
    clauses = [o["id"] for o in found["obligations"] if o["kind"] == "post" and o["verdict"] == "refuted"]
    assert clauses == []
