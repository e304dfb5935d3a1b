"""Contracts written into files: nothing else of them changes, nothing is lost, and what is written is proved there."""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from verheal.app.check import check
from verheal.app.exit_code import exit_code
from verheal.app.infer import infer
from verheal.app.inserting import inserted
from verheal.app.options import CheckOptions
from verheal.app.writing import Writing
from verheal.contracts.dialects import read_contract
from verheal.contracts.dialects.names import Unreadable
from verheal.contracts.dialects.spelling import NAMES, spell
from verheal.errors import UsageError
from verheal.report.infer_model import InferResult

CODE = '''
    """A shop."""
    from __future__ import annotations


    def at(numbers: list[int], place: int) -> int:   # the only comment
        """One of the numbers."""
        return numbers[place]


    class Till:
        def __init__(self, money: int) -> None: self.money = money

        def take(self, coins: int) -> int:
            self.money += coins
            return self.money
'''


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.email=a@example.org", "-c", "user.name=a", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A file in a clean repository."""
    path = tmp_path / "shop.py"
    path.write_text(textwrap.dedent(CODE).lstrip(), encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return path


def options(folder: Path) -> CheckOptions:
    return CheckOptions(root=folder, budget=8.0, jobs=2, cache=False)


def write(path: Path, dialect: str = "pep316", dirty: bool = False) -> InferResult:
    return infer((str(path),), options(path.parent), writing=Writing(dialect, dirty))


def contracts(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    """Of every function the clauses: dialect, origin, expression."""
    module = ast.parse(path.read_text())
    names = {"icontract": "icontract", "deal": "deal"}
    found = {}
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            contract = read_contract(module, node, None, names.get)
            found[node.name] = [(c.dialect, c.origin, c.expression) for c in (*contract.requires, *contract.ensures)]
    return found


@pytest.mark.parametrize("dialect", NAMES)
def test_what_is_written_is_read_back_as_inferred_and_proved(shop: Path, dialect: str) -> None:
    before = shop.read_text()
    result = write(shop, dialect)
    number = sum(result.written.values())
    assert number >= (1 if dialect == "asserts" else 4)
    clauses = [clause for group in contracts(shop).values() for clause in group]
    assert len(clauses) == number and {clause[1] for clause in clauses} == {"inferred"}
    assert clauses[0][2] == "-len(numbers) <= place < len(numbers)"
    checked = check((str(shop),), options(shop.parent))
    posts = [o for o in checked.obligations if o.kind == "post"]
    assert all(o.verdict == "proved" and o.inferred for o in posts)
    assert all(o.verdict == "proved" for o in checked.obligations if o.function == "at")
    lines = [line.strip() for line in shop.read_text().splitlines()]
    kept = [line.strip() for line in before.splitlines() if line.strip() not in lines]
    assert [line for line in kept if '"""' not in line and "__init__" not in line] == []
    done = subprocess.run(
        [sys.executable, "-c", "import shop; shop.at([5], 0); shop.Till(1).take(2)"], cwd=shop.parent, check=False
    )
    assert done.returncode == 0


def test_a_second_run_finds_nothing_to_write(shop: Path) -> None:
    write(shop)
    after = shop.read_text()
    again = write(shop, dirty=True)
    assert again.written == {} and again.contracted == 3 and shop.read_text() == after


def test_what_a_dialect_cannot_say_is_told(shop: Path) -> None:
    result = write(shop, "asserts")
    notes = {c.note for f in result.functions for c in f.conditions if not c.written}
    assert notes == {"asserts at the start of a function say nothing of its result"}


@pytest.mark.parametrize("how", ["changed", "untracked", "staged"])
def test_files_that_git_could_not_bring_back_are_left_alone(shop: Path, how: str) -> None:
    path = shop.parent / "other.py" if how == "untracked" else shop
    path.write_text(shop.read_text() + "\n# mine\n")
    if how == "staged":
        git(shop.parent, "add", "-A")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="git does not have this as it stands"):
        write(path)
    assert path.read_bytes() == before
    assert write(path, dirty=True).written and b"# mine" in path.read_bytes()


def test_outside_of_a_repository(tmp_path: Path) -> None:
    path = tmp_path / "shop.py"
    path.write_text("def f(x: int) -> int:\n    return x\n")
    with pytest.raises(UsageError, match="not in a git repository"):
        write(path)


def test_an_interrupt_leaves_all_files_as_they_were(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from verheal.app import infer as module

    def interrupted(*_: object) -> None:
        assert "inferred by verheal" in shop.read_text()
        raise KeyboardInterrupt

    before = shop.read_bytes()
    monkeypatch.setattr(module, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(shop)
    assert shop.read_bytes() == before and [p.name for p in shop.parent.iterdir() if ".part" in p.name] == []


def test_what_is_not_proved_as_it_would_stand_there_is_taken_out(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialect that says something else."""
    from verheal.app import writing

    def wrong(dialect: str, kind: str, text: str, parameters: tuple[str, ...]) -> object:
        return spell("pep316", "ensures", "__return__ == 7" if "place" in parameters else text, parameters)

    monkeypatch.setattr(writing, "spell", wrong)
    result = write(shop)
    notes = {c.note for f in result.functions for c in f.conditions if f.function == "at"}
    assert notes == {"it is not proved as it would stand there"}
    assert "== 7" not in shop.read_text() and "self.money == money" in shop.read_text()


def test_what_classes_below_would_inherit_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "shapes.py"
    text = """
        class Shape:
            def sides(self) -> int:
                return 0

        class Square(Shape):
            def sides(self) -> int:
                return 4
    """
    path.write_text(textwrap.dedent(text).lstrip())
    result = write(path, dirty=True)
    functions = {f.function: [(c.text, c.written) for c in f.conditions] for f in result.functions}
    assert functions == {
        "Shape.sides": [("__return__ == 0", False)], "Square.sides": [("__return__ == 4", True)],
    }  # fmt: skip


def test_a_broken_inferred_clause_fails_no_run(tmp_path: Path) -> None:
    path = tmp_path / "shop.py"
    path.write_text('def f(x: int) -> int:\n    """post: __return__ > 0  # inferred by verheal"""\n    return x\n')
    result = check((str(path),), options(tmp_path))
    assert [o.verdict for o in result.obligations if o.kind == "post"] == ["refuted"]
    assert (exit_code(result), exit_code(result, strict=True)) == (0, 1)
    path.write_text(path.read_text().replace("  # inferred by verheal", ""))
    assert exit_code(check((str(path),), options(tmp_path))) == 1


LAYOUTS = [
    b"def f(x):\r\n\treturn x\r\n",
    b"# -*- coding: latin-1 -*-\ndef f(x): return '\xe4'  # \xfc\n",
    b"\xef\xbb\xbfimport os\n\n\n@staticmethod\ndef f(x):\n  # first\n  r'''a \\d'''\n  return x",
    b"class A:\n    if True:\n          def f(x): 'it\\'s'; return x\n",
]


@pytest.mark.parametrize("source", LAYOUTS)
@pytest.mark.parametrize("dialect", NAMES)
def test_every_layout_is_kept(source: bytes, dialect: str) -> None:
    line = 1 + source[: source.index(b"def f")].count(b"\n")
    made = inserted(source, {line: [spell(dialect, "requires", "x > 0", ("x",))]})
    compile(made, "made", "exec")
    assert b"inferred by verheal" in made
    for part in (b"\xe4", b"# \xfc", b"# first", b"a \\d", b"it\\'s", b"\xef\xbb\xbf"):
        assert made.count(part) == source.count(part)
    if b"\r\n" in source:
        assert made.count(b"\n") == made.count(b"\r\n")


def test_docstrings_that_cannot_be_added_to() -> None:
    line = spell("pep316", "requires", "x > 0", ("x",))
    for docstring in (b"'a' 'b'", b"'say \"\"\" '"):
        with pytest.raises(Unreadable):
            inserted(b"def f(x):\n    " + docstring + b"\n", {1: [line]})
