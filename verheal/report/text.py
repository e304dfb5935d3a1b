"""The report for people: findings in the manner of ruff and mypy, then a summary to read in ten seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verheal.report.excerpt import Reader, excerpt, source_reader
from verheal.report.findings import Findings, is_error, select
from verheal.report.model import CheckResult, InternalError, ObligationResult, Problem, Skip
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.suggested import suggested
from verheal.report.summary import function_table, stats_lines, summary
from verheal.report.wording import headline, kind_text, outcome


@dataclass(frozen=True)
class TextOptions:
    """`everything` lifts the cap and lists functions; `quiet` leaves the summary only."""

    strict: bool = False
    everything: bool = False
    stats: bool = False
    quiet: bool = False
    require: str | None = None


def render(result: CheckResult, options: TextOptions, style: Style, read: Reader | None = None) -> str:
    """The whole report, ending in a newline. `read` gives the lines of a source file."""
    findings = select(result, strict=options.strict, everything=options.everything)
    lines: list[str] = []
    if not options.quiet:
        lines += _findings(result, findings, options, style, read or source_reader())
    lines += suggested(result, style, read or source_reader())
    if options.everything:
        lines += function_table(result, style)
    lines += summary(result, findings, style, require=options.require, strict=options.strict)
    if options.stats:
        lines += stats_lines(result, style)
    return "\n".join(lines) + "\n"


def _findings(
    result: CheckResult, findings: Findings, options: TextOptions, style: Style, read: Reader
) -> Iterator[str]:
    for error in result.errors:
        yield from _internal(error, style)
    for problem in result.problems:
        yield from _problem(problem, style, read)
    for obligation in (*findings.errors, *findings.warnings):
        yield from _refuted(obligation, is_error(obligation, options.strict), style, read)
    for obligation in findings.undecided:
        yield from _undecided(obligation, style)
    if options.everything:
        for skip in result.skips:
            yield _skip(skip, style)


def _internal(error: InternalError, style: Style) -> Iterator[str]:
    word = style.paint("internal error", "red", "bold")
    yield f"{word} in {printable(error.where)}: {printable(error.message)}"
    if error.bundle:
        yield f"  = send in: {error.bundle}"
    yield ""


def _problem(problem: Problem, style: Style, read: Reader) -> Iterator[str]:
    colour = "red" if problem.severity == "error" else "yellow"
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    word = style.paint(f"{problem.severity}[{problem.code}]", colour, "bold")
    yield f"{style.paint(printable(place), 'bold')}: {word}: {printable(problem.message)}"
    if problem.line:
        yield from excerpt(read(problem.path), problem.line, problem.line, "", style)
    yield ""


def _refuted(obligation: ObligationResult, error: bool, style: Style, read: Reader) -> Iterator[str]:
    colour = "red" if error else "yellow"
    word = style.paint(f"{'refuted' if error else 'warning'}[{obligation.kind}]", colour, "bold")
    yield f"{_place(obligation, style)}: {word} {_subject(obligation)}"
    yield from excerpt(read(obligation.path), obligation.line, obligation.end_line, obligation.text, style)
    if obligation.witness is not None:
        shown = style.paint(printable(outcome(obligation.witness), 400), "bold")
        yield f"  {style.paint('=', 'blue')} {shown}"
    if obligation.assumptions:
        yield f"  {style.paint('=', 'blue')} assuming: {'; '.join(obligation.assumptions)}"
    if obligation.hint:
        yield f"  {style.paint('=', 'blue')} help: {printable(obligation.hint)}"
    yield _explain(obligation, style)
    yield ""


def _undecided(obligation: ObligationResult, style: Style) -> Iterator[str]:
    word = style.verdict(f"{obligation.verdict}[{obligation.kind}]", obligation.verdict)
    yield f"{_place(obligation, style)}: {word} {_subject(obligation)}"
    reason = obligation.reason or kind_text(obligation.kind)
    yield f"  {style.paint('=', 'blue')} why: {printable(reason, 200)}"
    if obligation.hint:
        yield f"  {style.paint('=', 'blue')} help: {printable(obligation.hint, 200)}"
    yield _explain(obligation, style)
    yield ""


def _skip(skip: Skip, style: Style) -> str:
    place = f"{skip.path}:{skip.line}" if skip.line else skip.path
    return f"{printable(place)}: {style.paint('skipped', 'dim')} {skip.function}: {printable(skip.reason)}"


def _place(obligation: ObligationResult, style: Style) -> str:
    return style.paint(printable(f"{obligation.path}:{obligation.line}"), "bold")


def _subject(obligation: ObligationResult) -> str:
    return f"in {obligation.function}: {printable(headline(obligation), 160)}"


def _explain(obligation: ObligationResult, style: Style) -> str:
    command = f"verheal explain {_shell(obligation.id)} {_shell(obligation.path)}"
    return f"  {style.paint(f'= {command}', 'dim')}"


def _shell(word: str) -> str:
    import shlex

    return shlex.quote(printable(word))
