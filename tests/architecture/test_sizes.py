"""Strict types do not replace size discipline: files stay below 400 lines, functions below 60."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LINES = 400
FUNCTION_LINES = 60
FOLDERS = ("verheal", "tests", "benchmarks", "examples")
OTHERS_CODE = ("tests/cases", "tests/data", "benchmarks/corpus")


def own_files() -> list[Path]:
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return [p for p in found if not p.relative_to(ROOT).as_posix().startswith(OTHERS_CODE)]


def too_long(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    lines = len(text.splitlines())
    found = [f"{name}: {lines} lines"] if lines > FILE_LINES else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{name}:{node.lineno}: {node.name} has {length} lines")
    return found


def test_files_and_functions_stay_small() -> None:
    assert [offence for path in own_files() for offence in too_long(path)] == []
