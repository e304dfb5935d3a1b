"""verheal, CrossHair and touchstone-prover over the labelled corpus: who decides how much, rightly, how fast.

A tool is right about a `wrong` function when it refutes something in it, and about a `right` one when it
says proved (or confirmed over all paths) and refutes nothing. It is wrong when it says the opposite. Else,
and also when it cannot read the notation, crashes or runs out of time, it is undecided. Every labelled
function counts.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus import Answer, Entry, Said, Score, ToolResult, load, score, scores
from measure import ROOT, table
from peer_crosshair import crosshair
from peer_touchstone import touchstone
from peer_verheal import verheal

HEAD = ("tool", "right", "undecided", "false proved", "false refuted", "CPU s", "wall s")
PARTS = ("tool: part", "true ones", "proved", "%", "buggy ones", "refuted", "%")
TOOLS = ("verheal", "crosshair", "touchstone")


def main() -> int:
    options = _options()
    entries = load(options.only, options.part)
    results = []
    for tool in options.tool or TOOLS:
        print(f"running {tool} over {len(entries)} functions", file=sys.stderr)
        results.append(_run(tool, entries, options))
    if options.json:
        document = [_document(entries, result) for result in results]
        Path(options.json).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print(_report(entries, results))
    mine = [result for result in results if result.tool == "verheal"]
    return int(any(_wrong(entries, result) or result.troubles for result in mine))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only this one; may repeat")
    parser.add_argument("--only", default="", help="entries whose folder/file.py:function contains this")
    parser.add_argument("--part", default="", metavar="NAME", help="only this part: first, ordinary or deep")
    parser.add_argument("--seconds", type=float, default=10.0, help="CrossHair's limit for one condition")
    parser.add_argument("--jobs", type=int, default=2, help="verheal's workers")
    parser.add_argument("--limit", type=float, default=3600.0, help="wall-clock seconds for verheal")
    parser.add_argument("--peers", type=Path, default=ROOT / ".verheal" / "peers", help="their environments")
    parser.add_argument("--json", metavar="FILE", help="write everything there too")
    return parser.parse_args()


def _run(tool: str, entries: tuple[Entry, ...], options: argparse.Namespace) -> ToolResult:
    match tool:
        case "crosshair":
            return crosshair(entries, options.peers, options.seconds)
        case "touchstone":
            return touchstone(entries, options.peers)
        case _:
            return verheal(entries, options.jobs, options.limit)


def _report(entries: tuple[Entry, ...], results: list[ToolResult]) -> str:
    rows = [_row(result.tool, scores(entries, result.answers), result.cpu, result.wall) for result in results]
    lines = [f"{len(entries)} functions, {sum(e.label == 'wrong' for e in entries)} of them wrong", ""]
    lines += [table(HEAD, rows), "", table(PARTS, [row for result in results for row in _by_part(entries, result)])]
    for result in results:
        backends: Any = result.extra.get("backends")
        if backends:
            rows = [_row(name, found, found["cpu"], None) for name, found in backends.items()]
            lines += ["", "verheal, by backend (what its evidence alone decides)", table(HEAD, rows)]
    for result in results:
        wrong = _wrong(entries, result)
        lines += ["", f"{result.tool}: {len(wrong)} wrong", *wrong, *_as_labelled(entries, result), *_times(result)]
        lines += [f"  trouble: {trouble}" for trouble in result.troubles]
    lines += ["", *(f"{r.tool}: {', '.join(f'{k} {v}' for k, v in r.versions.items())}" for r in results)]
    return "\n".join(lines)


def _row(name: str, counted: Any, cpu: float, wall: float | None) -> tuple[object, ...]:
    numbers = (int(counted.get(kind, 0)) for kind in Score)
    return (name, *numbers, cpu, "" if wall is None else wall)


def _by_part(entries: tuple[Entry, ...], result: ToolResult) -> list[tuple[object, ...]]:
    """How much of each part of the corpus the tool decided rightly."""
    rows: list[tuple[object, ...]] = []
    for part in dict.fromkeys(entry.part for entry in entries):
        row: list[object] = [f"{result.tool}: {part}"]
        for label in ("right", "wrong"):
            some = tuple(e for e in entries if (e.part, e.label) == (part, label))
            decided = scores(some, result.answers)[Score.RIGHT]
            row += [len(some), decided, 100 * decided / max(1, len(some))]
        rows.append(tuple(row))
    return rows


def _wrong(entries: tuple[Entry, ...], result: ToolResult) -> list[str]:
    found = []
    for entry in entries:
        answer = result.answers.get(entry.name, Answer(Said.UNDECIDED))
        judged = score(entry, answer)
        if judged in (Score.FALSE_PROVED, Score.FALSE_REFUTED):
            label = f"labelled {entry.label}{f' {entry.what}' if entry.what else ''}"
            found.append(f"  {judged}: {entry.name} ({label}): {answer.why}")
    return found


def _as_labelled(entries: tuple[Entry, ...], result: ToolResult) -> list[str]:
    """For a tool that names kinds: how often it refuted the very kind of obligation that the label names."""
    refuted = [(e, a) for e in entries if (a := result.answers.get(e.name)) and a.kinds and e.what]
    same = sum(entry.what in answer.kinds for entry, answer in refuted)
    return [f"  {same} of {len(refuted)} refuted as labelled, the others in another kind"] if refuted else []


def _times(result: ToolResult) -> list[str]:
    """For a tool that tells what each function cost: how that is spread."""
    spent = sorted(answer.cpu for answer in result.answers.values() if answer.cpu is not None)
    if len(spent) < 2:
        return []
    median, most = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
    under = sum(seconds < 5 for seconds in spent)
    return [
        f"  CPU s of a function: median {median:.2f}, 95 % below {most:.2f}; {under} of {len(spent)} below 5",
    ]


def _document(entries: tuple[Entry, ...], result: ToolResult) -> dict[str, Any]:
    nothing = Answer(Said.UNDECIDED, "no answer")
    answers = [
        {**asdict(entry), **asdict(answer), "score": score(entry, answer)}
        for entry in entries
        for answer in (result.answers.get(entry.name, nothing),)
    ]
    counted = scores(entries, result.answers)
    return {**asdict(result), "scores": {kind: counted[kind] for kind in Score}, "answers": answers}


if __name__ == "__main__":
    sys.exit(main())
