"""However a path is given, a failure is found where it is: the safety obligation is refuted, not suspected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verheal.cli.main import main
from verheal.prover.run.replay import Subject, spelling

SOURCE = "def f(xs: list[int]) -> int:\n    return xs[0]\n"


@pytest.mark.parametrize("way", ["absolute", "linked folder", "linked file", "linked current folder"])
def test_the_place_is_found(way: str, tmp_path: Path, monkeypatch, capsys) -> None:
    code, elsewhere = tmp_path / "code", tmp_path / "elsewhere"
    code.mkdir()
    elsewhere.mkdir()
    (code / "c.py").write_text(SOURCE)
    (tmp_path / "link").symlink_to(code)
    (elsewhere / "d.py").symlink_to(code / "c.py")
    monkeypatch.chdir(tmp_path / "link" if way == "linked current folder" else elsewhere)
    path = {
        "absolute": str(code / "c.py"),
        "linked folder": str(tmp_path / "link" / "c.py"),
        "linked file": "d.py",
        "linked current folder": "c.py",
    }[way]
    report = tmp_path / "report.json"
    main(["check", path, "--no-cache", "--budget", "4", "--format", "json", "-o", str(report)])
    capsys.readouterr()
    entries = json.loads(report.read_text())["obligations"]
    assert {e["verdict"] for e in entries if e["kind"] in ("safety:IndexError", "raises")} == {"refuted"}


def test_what_is_the_users() -> None:
    below = Subject("/home/me/project", "pkg/m.py", "f", "sha256:0", home="/home/me/project")
    assert spelling("/home/me/project/pkg/m.py", below) == "pkg/m.py"
    assert spelling("/home/me/project/other.py", below) == "other.py"
    assert spelling("/home/me/project/.venv/lib/python3.11/site-packages/x.py", below) is None
    assert spelling("/home/me/project2/x.py", below) is None
    whole = Subject("/", "home/me/m.py", "f", "sha256:0", home="/home/me")
    assert spelling("/home/me/m.py", whole) == "home/me/m.py"
    assert spelling("/usr/lib/python3.11/json/decoder.py", whole) is None
    outside = Subject("/home/me", "/srv/code/m.py", "f", "sha256:0", home="/srv/code")
    assert spelling("/srv/code/m.py", outside) == "/srv/code/m.py"
    assert spelling("/srv/code/n.py", outside) == "/srv/code/n.py"
    assert spelling("/srv/n.py", outside) is None
