"""The last lines of the report: what holds, what fails, what is open and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verheal.report.findings import Findings, is_clause
from verheal.report.model import PROVED, UNDECIDED, VERDICTS, CheckResult
from verheal.report.printable import printable
from verheal.report.spreads import spread_lines
from verheal.report.style import Style
from verheal.report.wording import LEGEND, commonest, count, seconds


def summary(
    result: CheckResult, findings: Findings, style: Style, *, require: str | None, strict: bool
) -> Iterator[str]:
    """A table of three rows, the reasons, the assumptions, and one last line with the counts."""
    if result.partial is not None:
        yield style.paint(
            f"partial: {result.partial}; what follows is only what was known by then", "yellow", "bold"
        )
    if result.since:
        left = count(result.unchanged, "function")
        yield style.paint(f"{left} unchanged since {printable(result.since)}, with all that they run", "dim")
    if result.functions:
        yield from _rows(result, style)
        yield from _open_reasons(result)
        yield from _assumptions(result)
        yield from spread_lines(result, style)
    if findings.hidden:
        yield style.paint(
            f"{count(findings.hidden, 'finding')} of lower rank not shown: --all shows them", "dim"
        )
    if result.functions:
        yield style.paint(LEGEND, "dim")
    yield _last_line(result, style, require, strict)


def _rows(result: CheckResult, style: Style) -> Iterator[str]:
    words = Counter(function.verdict for function in result.functions)
    proved = [f for f in result.functions if f.verdict in PROVED]
    ending = sum(f.terminates in PROVED for f in proved)
    width = len(f"{max(words.values()):,}")
    if proved:
        also = f", {ending:,} also shown to end" if ending else ""
        yield f"{style.verdict('proved   ', 'proved')} {len(proved):>{width},}  hold for every input{also}"
    if refuted := words["refuted"]:
        yield f"{style.verdict('refuted  ', 'refuted')} {refuted:>{width},}  fail on an input that was run"
    undecided = {word: words[word] for word in reversed(VERDICTS) if word in UNDECIDED and words[word]}
    if undecided:
        parts = ", ".join(f"{number:,} {word}" for word, number in undecided.items())
        total = sum(undecided.values())
        yield f"{style.verdict('undecided', 'unknown')} {total:>{width},}  {parts}"


def _open_reasons(result: CheckResult, limit: int = 3) -> Iterator[str]:
    reasons = [_short(o.reason) for o in result.obligations if o.verdict in UNDECIDED and o.reason]
    if reasons:
        shown = "; ".join(
            f"{printable(reason, 60)} ({number:,})" for reason, number in commonest(reasons, limit)
        )
        yield f"  mostly: {shown}"


def _short(reason: str) -> str:
    """`unsupported: yield, line 12` and the same on line 40 are one reason."""
    return reason.split(", line ")[0]


def _assumptions(result: CheckResult, limit: int = 4) -> Iterator[str]:
    words = [a for f in result.functions if f.verdict in PROVED for a in f.assumptions]
    if words:
        shown = [printable(word) for word, _ in commonest(words, limit)]
        more = len(set(words)) - len(shown)
        yield f"  assuming: {'; '.join(shown)}{f'; and {more} more' if more else ''}"


def _last_line(result: CheckResult, style: Style, require: str | None, strict: bool) -> str:
    refuted = [o for o in result.obligations if o.verdict == "refuted"]
    clauses = sum(is_clause(o) for o in refuted)
    undecided = sum(is_clause(o) and o.verdict in UNDECIDED for o in result.obligations)
    parts = [count(clauses, "clause refuted", "clauses refuted")]
    if len(refuted) > clauses:
        parts.append(count(len(refuted) - clauses, "warning"))
    parts.append(count(undecided, "clause undecided", "clauses undecided"))
    if result.problems:
        parts.append(count(len(result.problems), "problem"))
    if result.skips:
        parts.append(f"{len(result.skips):,} skipped")
    text = ", ".join(parts)
    if not result.obligations and not result.problems:
        text = "nothing to verify"
    if require is not None:
        text += f"; required: {'everything' if strict else 'every clause'} at {require} or better"
    where = f"{count(len(result.functions), 'function')} in {count(result.stats.files, 'file')}"
    bad = clauses or result.problems or result.errors or (strict and refuted)
    painted = style.paint(text, "red" if bad else "green", "bold")
    return f"{painted} ({where}, {seconds(result.stats.wall_seconds)})"


def function_table(result: CheckResult, style: Style) -> Iterator[str]:
    """One line per function, for `--all`."""
    for function in sorted(result.functions, key=lambda f: (f.path, f.line)):
        word = style.verdict(f"{function.verdict:<12}", function.verdict)
        ends = "" if function.terminates in PROVED else f"  (termination {function.terminates})"
        place = f"{printable(function.path)}:{function.line}"
        yield f"{word} {place} {function.function}{style.paint(ends, 'dim')}"
    yield ""


def stats_lines(result: CheckResult, style: Style) -> Iterator[str]:
    """What the run cost, one `name: value` a line so that scripts can read it too."""
    stats = result.stats
    pairs = (
        ("solver calls", f"{stats.solver_calls}"),
        ("functions lowered", f"{stats.lowered}"),
        ("cache hits", f"{stats.cache_hits}"),
        ("cpu", f"{stats.cpu_seconds:.2f} s"),
        ("wall", f"{stats.wall_seconds:.2f} s"),
        ("jobs", f"{stats.jobs}"),
        ("peak memory", f"{stats.peak_memory / 2**20:.0f} MiB"),
        ("isolation", stats.isolation),
        *sorted(result.tool.items()),
    )
    for name, value in pairs:
        yield style.paint(f"{name}: {value}", "dim")
