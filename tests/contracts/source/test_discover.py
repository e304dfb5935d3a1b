"""Which files are found, in which order, under which names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from source_helpers import tree

from verheal.contracts.source.discover import Discovery, MissingPath, discover

ROOT = Path(__file__).parents[3]


def names(found: Discovery) -> dict[str, str]:
    return {f.path: f.name.name for f in found.files}


def test_src_layout_namespace_packages_and_scripts(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            "pyproject.toml": "",
            "src/pkg/__init__.py": "",
            "src/pkg/a.py": "",
            "src/space/deep/b.py": "",
            "scripts/my-script.py": "",
            "top.py": "",
        },
    )
    assert names(discover(["."], tmp_path)) == {
        "scripts/my-script.py": "scripts.my-script",
        "src/pkg/__init__.py": "pkg",
        "src/pkg/a.py": "pkg.a",
        "src/space/deep/b.py": "space.deep.b",
        "top.py": "top",
    }


@pytest.mark.parametrize("argument", [".", "src", "src/pkg", "src/pkg/a.py"])
def test_a_file_has_one_name_however_it_is_given(tmp_path: Path, argument: str) -> None:
    tree(tmp_path, {"pyproject.toml": "", "src/pkg/__init__.py": "", "src/pkg/a.py": ""})
    found = discover([argument], tmp_path)
    name = next(f.name for f in found.files if f.path == "src/pkg/a.py")
    assert (name.name, name.import_root) == ("pkg.a", str(tmp_path / "src"))


def test_import_root_makes_the_name_importable_outside_projects(tmp_path: Path) -> None:
    tree(tmp_path, {"x/lone.py": "", "x/p/__init__.py": "", "x/p/q/__init__.py": "", "x/p/q/r.py": ""})
    found = {f.path: (f.name.name, Path(f.name.import_root)) for f in discover(["x"], tmp_path).files}
    assert found["x/lone.py"] == ("lone", tmp_path / "x")
    assert found["x/p/q/r.py"] == ("p.q.r", tmp_path / "x")
    assert found["x/p/q/__init__.py"][0] == "p.q"


def test_folders_skipped_by_habit(tmp_path: Path) -> None:
    skipped = [
        ".git",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        "build",
        "dist",
        ".verheal",
        "x.egg-info",
        "lib/site-packages",
    ]
    tree(
        tmp_path,
        {f"{folder}/f.py": "" for folder in skipped} | {"ok.py": "", "env/pyvenv.cfg": "", "env/f.py": ""},
    )
    assert names(discover(["."], tmp_path)) == {"ok.py": "ok"}


@pytest.mark.parametrize("named", ["lib/site-packages", "build", "build/f.py"])
def test_a_skipped_folder_that_is_named_is_read(tmp_path: Path, named: str) -> None:
    tree(tmp_path, {"lib/site-packages/f.py": "", "build/f.py": ""})
    assert [f.name.name for f in discover([named], tmp_path).files] == ["f"]


def test_a_package_called_build_is_no_build_folder(tmp_path: Path) -> None:
    tree(tmp_path, {"pkg/__init__.py": "", "pkg/build/__init__.py": "", "pkg/build/f.py": ""})
    assert "pkg/build/f.py" in names(discover(["."], tmp_path))


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("a", ["b/a2.py", "b/c/x.py"]),
        ("b/c", ["a/x.py", "b/a2.py"]),
        ("*.py", []),
        ("**/x.py", ["b/a2.py"]),
        ("./b/", ["a/x.py"]),
        ("nothing", ["a/x.py", "b/a2.py", "b/c/x.py"]),
    ],
)
def test_exclude_globs(tmp_path: Path, pattern: str, left: list[str]) -> None:
    tree(tmp_path, {"a/x.py": "", "b/a2.py": "", "b/c/x.py": ""})
    assert list(names(discover(["."], tmp_path, [pattern]))) == left


def test_symlink_loops_are_reported_once_and_left(tmp_path: Path) -> None:
    tree(tmp_path, {"a/b/x.py": ""})
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
    (tmp_path / "a/self.py").symlink_to("self.py")
    found = discover([".", "a"], tmp_path)
    assert list(names(found)) == ["a/b/x.py"]
    assert [(p.path, p.code) for p in found.problems] == [
        ("a/b/up", "symlink-loop"),
        ("a/self.py", "symlink-loop"),
    ]


def test_a_file_behind_two_links_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, {"real/x.py": ""})
    (tmp_path / "alias").symlink_to(tmp_path / "real")
    assert list(names(discover([".", "real/x.py"], tmp_path))) == ["real/x.py"]


def test_broken_links_are_problems_only_where_a_module_would_be(tmp_path: Path) -> None:
    (tmp_path / "gone.py").symlink_to("nowhere.py")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / ".#editing.py").symlink_to("user@host")
    found = discover(["."], tmp_path)
    assert [(p.path, p.code) for p in found.problems] == [("gone.py", "broken-symlink")]


def test_a_missing_path_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(MissingPath) as error:
        discover(["no/such"], tmp_path)
    assert error.value.path == "no/such"


def test_order_does_not_depend_on_the_arguments(tmp_path: Path) -> None:
    tree(tmp_path, {"b.py": "", "a/z.py": "", "c.py": ""})
    assert discover(["c.py", "a", "b.py"], tmp_path).files == discover(["b.py", "c.py", "a"], tmp_path).files


UNPRIVILEGED = """
import os, sys
from verheal.contracts.source.repository import read_repository
os.geteuid() or os.setuid(65534)
found = read_repository(["."], sys.argv[1])
print([m.path for m in found.modules], *((p.path, p.code) for p in found.problems), sep="\\n")
"""


def test_what_may_not_be_read_is_a_problem() -> None:
    """In a child that gives up root where the tests run as root, so that no machine skips this."""
    with TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = tree(Path(name), {"shut/x.py": "", "listed/y.py": "", "f.py": "", "ok.py": ""})
        modes = ((".", 0o755), ("shut", 0), ("listed", 0o444), ("f.py", 0))
        for path, mode in modes:
            (folder / path).chmod(mode)
        command = [sys.executable, "-c", UNPRIVILEGED, name]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        finally:
            for path, _ in modes:
                (folder / path).chmod(0o755)
    assert done.stdout.splitlines() == [
        "['ok.py']",
        "('f.py', 'permission-denied')",
        "('listed/y.py', 'permission-denied')",
        "('shut', 'permission-denied')",
    ]
