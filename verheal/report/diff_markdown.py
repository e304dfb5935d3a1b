"""What a `diff` found, in Markdown, for the description of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.diff_model import DIFFERENT, EQUIVALENT, UNKNOWN, DiffResult, PairResult
from verheal.report.diff_text import named_before, ordered, summary
from verheal.report.printable import printable

MOST_ROWS = 60
MEANING = "equivalent: the same outcome for every input that the annotations allow; see docs/diff.md"
SIGNS = {DIFFERENT: "❌ different", UNKNOWN: "❔ unknown", EQUIVALENT: "✅ equivalent"}


def render(result: DiffResult) -> str:
    """A heading, the summary, a table, and what was found of each function that differs."""
    lines = ["### What this change does to behaviour", ""]
    lines += [f"{escaped(line)}  " for line in summary(result)] + [""]
    pairs = ordered(result)
    if pairs:
        lines += ["| function | answer | evidence |", "|---|---|---|"]
        lines += [_row(pair) for pair in pairs[:MOST_ROWS]]
        if len(pairs) > MOST_ROWS:
            lines.append(f"| … and {len(pairs) - MOST_ROWS:,} more | | |")
        lines.append("")
    for pair in pairs[:MOST_ROWS]:
        if pair.witness is not None:
            lines += _witness(pair)
    for word, places in (("Added", result.added), ("Removed", result.removed)):
        if places:
            names = [_code(place.function) for place in places[:MOST_ROWS]]
            lines += [f"{word}: {', '.join(names)}{', …' if len(places) > MOST_ROWS else ''}", ""]
    if any(pair.verdict == EQUIVALENT for pair in pairs):
        lines += [f"<sub>{MEANING}</sub>", ""]
    lines.append(f"<sub>verheal diff, {escaped(result.before)} against {escaped(result.after)}</sub>")
    return "\n".join(lines) + "\n"


def _row(pair: PairResult) -> str:
    name = f"{_code(pair.after.function)} in {_code(pair.after.path)}{escaped(named_before(pair))}"
    why = "runs differ, see below" if pair.witness is not None else pair.evidence
    if pair.verdict == UNKNOWN and pair.reason:
        why = f"{pair.evidence}: {pair.reason}"
    return f"| {name} | {SIGNS[pair.verdict]} | {escaped(printable(why, 200))} |"


def _witness(pair: PairResult) -> Iterator[str]:
    assert pair.witness is not None
    yield f"**{escaped(pair.after.function)}**"
    yield ""
    yield "```python"
    yield printable(pair.witness.call, 500).replace("```", "` ` `")
    yield f"# before: {printable(pair.witness.before, 500)}".replace("```", "` ` `")
    yield f"# after:  {printable(pair.witness.after, 500)}".replace("```", "` ` `")
    yield "```"
    yield ""


def _code(text: str) -> str:
    return "`" + printable(text).replace("`", "'").replace("|", "\\|") + "`"


def escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    safe = printable(text)
    for sign in "\\`*_[]<>|#":
        safe = safe.replace(sign, "&lt;" if sign == "<" else "&gt;" if sign == ">" else f"\\{sign}")
    return safe
