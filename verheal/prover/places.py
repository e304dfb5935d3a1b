"""Where verheal itself failed, told without any text of the code that is checked."""

from __future__ import annotations

import traceback
from pathlib import Path


def where(error: BaseException) -> str:
    """The type of an error and the innermost line it came from."""
    entries = traceback.extract_tb(error.__traceback__)
    if not entries:
        return f"{type(error).__name__} at an unknown place"
    return f"{type(error).__name__} at {Path(entries[-1].filename).name}:{entries[-1].lineno}"
