"""One obligation in full, for people."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.excerpt import Reader, excerpt, source_reader
from verheal.report.model import Attempt, ExplainResult
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.wording import headline, kind_text, outcome, seconds


def render(result: ExplainResult, style: Style, read: Reader | None = None) -> str:
    return "\n".join(_lines(result, style, read or source_reader())) + "\n"


def _lines(result: ExplainResult, style: Style, read: Reader) -> Iterator[str]:
    it = result.obligation
    place = style.paint(printable(f"{it.path}:{it.line}"), "bold")
    word = style.verdict(it.verdict, it.verdict)
    yield f"{place}: {word} [{it.kind}] in {it.function}: {printable(headline(it))}"
    yield from excerpt(read(it.path), it.line, it.end_line, it.text, style)
    yield f"  id: {printable(it.id)}"
    yield f"  if it fails: {kind_text(it.kind)}"
    if it.reason:
        yield f"  undecided because: {printable(it.reason)}"
    if it.hint:
        yield f"  what would help: {printable(it.hint)}"
    if it.witness is not None:
        yield f"  counterexample: {style.paint(printable(outcome(it.witness)), 'bold')}"
    yield from _block("to show, in Python terms", result.terms, style)
    yield from _block("assuming", result.assumptions, style)
    yield from _block(
        "who tried", tuple(_attempt(attempt) for attempt in result.attempts) or ("nobody",), style
    )
    if result.smt:
        yield style.paint(f"the formula has {len(result.smt.splitlines()):,} lines: --smt prints it", "dim")


def _block(title: str, lines: tuple[str, ...], style: Style) -> Iterator[str]:
    if lines:
        yield style.paint(f"{title}:", "bold")
        yield from (f"  {printable(line)}" for line in lines)


def _attempt(attempt: Attempt) -> str:
    effort = "" if attempt.rlimit is None else f", rlimit {attempt.rlimit:,}"
    key = f" ({attempt.key[:19]}…)" if len(attempt.key) > 20 else ""
    return f"{attempt.by}: {attempt.answer} → {attempt.level}, {seconds(attempt.seconds)} CPU{effort}{key}"
