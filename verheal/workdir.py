"""The folder `.verheal/`: cache, bundles. It ignores itself, so that no working tree gets dirty by it."""

from __future__ import annotations

from pathlib import Path

NAME = ".verheal"


def ensure(root: Path) -> Path:
    """Make `root/.verheal` if need be and return it. Raises OSError when it cannot be written."""
    folder = root / NAME
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(
            "# written by verheal; nothing here belongs in version control\n*\n", encoding="utf-8"
        )
    return folder
