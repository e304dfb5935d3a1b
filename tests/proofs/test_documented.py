"""What verheal takes for granted is told to its users, in the same words."""

from __future__ import annotations

from pathlib import Path

from verheal.proofs.assumption import Assumption

PAGE = Path(__file__).resolve().parents[2] / "docs" / "verdicts.md"


def test_every_assumption_is_in_the_page_on_verdicts() -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [one.value for one in Assumption if f"| {one.value} | {one.explanation} |" not in page]
    assert missing == []
