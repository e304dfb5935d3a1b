"""What is the caller's to correct (exit code 2) and what is missing around verheal (exit code 3)."""

from __future__ import annotations

from pathlib import Path


class UsageError(Exception):
    """The command line or the configuration is wrong. `hint` says what to do next."""

    def __init__(self, message: str, *, path: Path | None = None, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        if self.path is None:
            return self.message
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.message}"


class MissingTool(Exception):
    """A solver or another program that verheal needs is not there or does not run."""
