"""Colour, only where a person looks at it: never in a file or a pipe, and never with NO_COLOR."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_CODES: Mapping[str, str] = {
    "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2",
}  # fmt: skip
_OF_VERDICT: Mapping[str, str] = {
    "refuted": "red",
    "proved": "green",
    "corroborated": "green",
    "certified": "green",
}


@dataclass(frozen=True)
class Style:
    """Wraps text in escape sequences, or leaves it alone."""

    colour: bool = False

    def paint(self, text: str, *names: str) -> str:
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def verdict(self, text: str, verdict: str) -> str:
        return self.paint(text, _OF_VERDICT.get(verdict, "yellow"), "bold")


def style_for(stream: TextIO, when: str = "auto") -> Style:
    """`when` is auto, always or never; auto asks the stream, NO_COLOR (https://no-color.org) and TERM."""
    if when != "auto":
        return Style(when == "always")
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(wanted and stream.isatty())
