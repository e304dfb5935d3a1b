"""What `--suggest-invariants` prints: for each loop the asserts that may be pasted at the head of its body."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.excerpt import Reader
from verheal.report.model import CheckResult, SuggestionResult
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.wording import count


def suggested(result: CheckResult, style: Style, read: Reader) -> Iterator[str]:
    """One block a loop, in the order of the files; an assert that is pasted is checked like any other."""
    for one in sorted(result.suggestions, key=lambda s: (s.path, s.line)):
        place = style.paint(printable(f"{one.path}:{one.line}"), "bold")
        yield f"{place}: {style.paint('invariants', 'cyan', 'bold')} of the loop in {printable(one.function)}"
        margin = _margin(one, read)
        yield from (f"{margin}assert {text}" for text in map(printable, one.texts))
        if one.left:
            left = count(one.left, "invariant")
            yield style.paint(f"  = {left} left out: not said in one short line of Python", "dim")
        yield ""


def _margin(one: SuggestionResult, read: Reader) -> str:
    """As far in as the body of the loop stands, so that the lines can be pasted as they are."""
    lines = read(one.path)
    if not 0 < one.line < len(lines):
        return " " * 4
    head, below = lines[one.line - 1], lines[one.line]
    inner = below[: len(below) - len(below.lstrip())]
    outer = head[: len(head) - len(head.lstrip())]
    return inner if below.strip() and len(inner) > len(outer) else outer + " " * 4
