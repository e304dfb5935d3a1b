"""`verheal init`: a configuration to start from, and a folder that git ignores by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from verheal import workdir
from verheal.errors import UsageError

_TABLE = """\
[tool.verheal]
paths = [{paths}]
# exclude = ["**/migrations/**"]
# python = ".venv/bin/python"   # the interpreter that has your dependencies
# budget = 10                   # CPU seconds for one function
# require = "proved"            # fail unless every written clause is proved
# strict = true                 # every refutation fails, not only of written clauses
#
# [[tool.verheal.skip]]
# path = "src/legacy/*.py"
# reason = "replaced next quarter"
"""


def run(parsed: argparse.Namespace) -> int:
    folder = Path(parsed.directory)
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such directory")
    path = folder / "pyproject.toml"
    workdir.ensure(folder)
    if _has_table(path):
        print(f"{path} already has [tool.verheal]; nothing changed")
        return 0
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    table = _TABLE.format(paths=", ".join(f'"{name}"' for name in _sources(folder)))
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    with path.open("a", encoding="utf-8") as file:
        file.write(gap + table)
    print(f"added [tool.verheal] to {path}; next: verheal check")
    return 0


def _has_table(path: Path) -> bool:
    from verheal.config.load import load

    return path.exists() and load(path.parent).source == path.resolve()


def _sources(folder: Path) -> list[str]:
    """`src` when there is one, else the packages at the top, else everything."""
    if (folder / "src").is_dir():
        return ["src"]
    packages = sorted(entry.parent.name for entry in folder.glob("*/__init__.py"))
    return [name for name in packages if name not in ("tests", "test", "docs")] or ["."]
