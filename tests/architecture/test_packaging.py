"""Wheel and source archive hold each file once, although the top of the repository links into `verheal/`."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINKS = ("lattice", "contracts", "prover", "proofs")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--sdist",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return folder


@pytest.mark.skipif((ROOT / "PKG-INFO").exists(), reason="an unpacked source archive holds no links")
def test_the_links_lead_into_the_package() -> None:
    for name in LINKS:
        assert os.readlink(ROOT / name) == f"verheal/{name}"


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert max(Counter(names).values()) == 1
    assert {name.split("/")[0] for name in names} == {"verheal", "verheal-0.1.0.dist-info"}
    sources = {p.relative_to(ROOT).as_posix() for p in (ROOT / "verheal").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == sources


def test_the_source_archive_holds_no_link_and_no_file_twice(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        members = opened.getmembers()
    assert not [member.name for member in members if member.issym() or member.islnk()]
    tops = {member.name.split("/")[1] for member in members}
    assert not tops & set(LINKS)
    assert {"verheal", "tests", "examples", "LICENSE", "README.md"} <= tops


def test_the_wheel_works_away_from_the_repository(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        f"import sys; sys.path[:] = [{str(site)!r}] + [p for p in sys.path if p != {str(ROOT)!r}]\n"
        "import verheal; assert verheal.__file__.startswith(sys.path[0]), verheal.__file__\n"
        "from verheal.cli.main import main; raise SystemExit(main(['schema', 'check']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"verheal.check/1"' in done.stdout
