"""Text of the checked code made safe for a terminal: one line, no control characters, no escapes."""

from __future__ import annotations


def printable(text: str, width: int = 0) -> str:
    """`text` on one line; with `width`, cut to it. Lone surrogates and control characters are escaped."""
    flat = " ".join(text.split()) if "\n" in text or "\t" in text else text
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in flat)
    return safe if not width or len(safe) <= width else safe[: width - 1] + "…"
