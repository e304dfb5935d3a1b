"""Small trees to check, with real workers, a real solver and real runs."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from verheal.app.check import check
from verheal.app.options import CheckOptions
from verheal.report.model import CheckResult

SOURCE = '''
def clamp(x: int, low: int, high: int) -> int:
    assert low <= high
    result = low if x < low else high if x > high else x
    assert low <= result <= high
    return result


def ratio(a: int, b: int) -> int:
    """
    post: __return__ >= 0
    """
    return a // b


def positives(xs: list[int]) -> int:
    """
    post: __return__ >= 0
    """
    total = 0
    for x in xs:
        if x > 0:
            total += x
    return total


def half(x: int) -> int:
    """
    post: __return__ * 2 <= x
    """
    return x // 2


def quarter(x: int) -> int:
    return half(half(x))


async def later() -> int:
    return 1


def outer(n: int) -> int:
    def inner(k: int) -> int:
        return k + 1

    return inner(n)
'''


class Project:
    """A tree to check, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.options = CheckOptions(root=folder, jobs=1, budget=5.0)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def check(self, **changes: object) -> CheckResult:
        return check(("src",), replace(self.options, **changes), base=self.folder)  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, CheckResult]:
    made = Project(tmp_path_factory.mktemp("sample"))
    made.write("m.py", SOURCE)
    return made, made.check()


@pytest.fixture(scope="session")
def source() -> str:
    return SOURCE
