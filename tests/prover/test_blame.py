"""Two operations of one line that can raise the same: the one that failed is blamed, and no other."""

from __future__ import annotations

import json
from pathlib import Path

from verheal.cli.main import main

SOURCE = {
    "neighbours": (
        "def f(xs: list[int]) -> int:\n    return xs[0] - xs[1] if xs else 0\n",
        {"xs[0]": False, "xs[1]": True},
    ),
    "rows": (
        "def f(rows: list[list[int]]) -> int:\n    return rows[0][0] if rows else 0\n",
        {"rows[0]": False, "rows[0][0]": True},
    ),
    "asserts": (
        "def f(n: int) -> int:\n    m = n * n; assert m >= 0; assert m != 9; return m\n",
        {"m >= 0": False, "m != 9": True},
    ),
}


def test_blame(tmp_path: Path, monkeypatch, capsys) -> None:
    for name, (source, _) in SOURCE.items():
        (tmp_path / f"{name}.py").write_text(source)
    monkeypatch.chdir(tmp_path)
    main(["check", ".", "--no-cache", "--budget", "4", "--format", "json", "-o", "report.json"])
    capsys.readouterr()
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["errors"] == []
    for name, (_, expected) in SOURCE.items():
        found = {
            entry["text"]: entry["verdict"] == "refuted"
            for entry in report["obligations"]
            if entry["path"] == f"{name}.py" and entry["text"] in expected and entry["kind"] != "raises"
        }
        assert found == expected, name
