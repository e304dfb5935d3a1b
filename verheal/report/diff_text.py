"""What a `diff` found, for people: what differs first, then what is not known, then one line of summary."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.diff_model import DIFFERENT, EQUIVALENT, UNKNOWN, DiffResult, PairResult, Place
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.wording import count, seconds

ORDER = (DIFFERENT, UNKNOWN, EQUIVALENT)
COLOURS = {DIFFERENT: "red", UNKNOWN: "yellow", EQUIVALENT: "green"}

LEGEND = (
    "equivalent: the same outcome for every input that the annotations allow · different: run, and seen to differ · "
    "unknown: neither"
)


def render(result: DiffResult, style: Style, *, quiet: bool = False, stats: bool = False) -> str:
    """The whole report, ending in a newline."""
    lines: list[str] = []
    if not quiet:
        for problem in result.problems:
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            word = style.paint(f"{problem.severity}[{problem.code}]", "red", "bold")
            lines += [f"{style.paint(printable(place), 'bold')}: {word}: {printable(problem.message)}", ""]
        for pair in ordered(result):
            lines += [*_pair(pair, style), ""]
        lines += _listed("added", result.added) + _listed("removed", result.removed)
    lines += [style.paint(line, "bold") for line in summary(result)]
    if any(pair.verdict == EQUIVALENT for pair in result.pairs) and not quiet:
        lines.append(style.paint(LEGEND, "dim"))
    if stats:
        cost = result.stats
        lines.append(f"{seconds(cost.cpu_seconds)} CPU, {seconds(cost.wall_seconds)}, isolation: {cost.isolation}")
    return "\n".join(lines) + "\n"


def ordered(result: DiffResult) -> list[PairResult]:
    """What differs first; within one answer by place."""
    return sorted(result.pairs, key=lambda p: (ORDER.index(p.verdict), p.after.path, p.after.line, p.after.function))


def _pair(pair: PairResult, style: Style) -> Iterator[str]:
    place = style.paint(printable(f"{pair.after.path}:{pair.after.line}"), "bold")
    word = style.paint(pair.verdict, COLOURS[pair.verdict], "bold")
    yield f"{place}: {word} {printable(pair.after.function)}{named_before(pair)}"
    mark = style.paint("=", "blue")
    if pair.witness is not None:
        yield f"  {mark} {style.paint(printable(pair.witness.call, 300), 'bold')}"
        yield f"      before: {printable(pair.witness.before, 300)}"
        yield f"      after:  {printable(pair.witness.after, 300)}"
    if pair.reason and pair.witness is not None:
        yield f"  {mark} note: {printable(pair.reason, 300)}"
    elif pair.reason:
        yield f"  {mark} {'because' if pair.verdict == EQUIVALENT else 'why'}: {printable(pair.reason, 300)}"


def named_before(pair: PairResult) -> str:
    """What else people should know of where it comes from."""
    match pair.kind:
        case "moved":
            return f" (moved from {printable(pair.before.path)})"
        case "renamed":
            return f" (was {printable(pair.before.function)})"
        case "caller":
            return f" (its own text is the same; it calls {printable(', '.join(pair.through), 120)})"
        case _:
            return ""


def _listed(word: str, places: tuple[Place, ...]) -> list[str]:
    if not places:
        return []
    names = [f"  {printable(place.path)}:{place.line}: {printable(place.function)}" for place in places]
    return [f"{word}:", *names, ""]


def summary(result: DiffResult) -> list[str]:
    """A line or two."""
    if result.partial is not None:
        return [result.partial, *_counted(result)]
    if not result.pairs and not result.added and not result.removed:
        return [f"nothing changed: {count(result.unchanged, 'function')} with the same source in both versions"]
    return list(_counted(result))


def _counted(result: DiffResult) -> Iterator[str]:
    own = [pair for pair in result.pairs if pair.kind != "caller"]
    callers = [pair for pair in result.pairs if pair.kind == "caller"]
    if own or not callers:
        yield f"{count(len(own), 'function')} changed: {_answers(own)}" if own else "no function changed"
    if callers:
        yield f"{count(len(callers), 'more function that calls', 'more functions that call')} them: {_answers(callers)}"
    if result.added or result.removed:
        yield f"{len(result.added):,} added, {len(result.removed):,} removed: there is nothing to compare them with"


def _answers(pairs: list[PairResult]) -> str:
    parts = []
    proved = [pair for pair in pairs if pair.verdict == EQUIVALENT]
    if proved:
        weaker = sum(pair.evidence == "confirmed" for pair in proved)
        parts.append(f"{len(proved)} equivalent" + (f" ({weaker} by CrossHair's word)" if weaker else " (proved)"))
    for word in (DIFFERENT, UNKNOWN):
        found = [pair for pair in pairs if pair.verdict == word]
        if found:
            shown = ", ".join(pair.after.function for pair in found[:3]) + (", ..." if len(found) > 3 else "")
            parts.append(f"{len(found)} {word}: {printable(shown)}")
    return ", ".join(parts)
