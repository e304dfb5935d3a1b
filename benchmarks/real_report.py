"""`docs/benchmarks.md`, and the table of refutations that people have read."""

from __future__ import annotations

import platform
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from measure import markdown
from real_run import PackageRun

DECIDED = frozenset({"refuted", "proved", "corroborated", "certified"})
ENOUGH = frozenset({"confirmed"}) | DECIDED
ORDER = (
    "refuted",
    "unknown",
    "tested",
    "bounded",
    "confirmed",
    "proved",
    "corroborated",
    "certified",
    "missing",
)
COLUMNS = ("package", "function", "obligation", "call", "raises", "judged", "why")
OPEN = "not judged"


def page(runs: Sequence[PackageRun], command: str) -> str:
    """The whole page. Figures only; what they mean is said by the words around them."""
    outcomes = [outcome for run in runs for outcome in run.outcomes]
    words = Counter(outcome.verdict for outcome in outcomes)
    decided = sum(words[word] for word in DECIDED)
    lines = sum(run.lines for run in runs)
    shown = sum(run.shown for run in runs)
    crashes = [crash for run in runs for crash in run.crashes]
    tool = next((run.tool for run in runs if run.tool), {})
    paragraphs = [
        "# How much is decided of code that nobody here wrote",
        f"Written by `{command}`; run it to measure again. Not edited by hand.",
        f"The first {len(outcomes)} of all fully annotated functions of five packages, in the order of the"
        " SHA-256 of `package:module:qualname`. Decided means: every obligation of the function is proved, or"
        " one is refuted by a call that was run.",
        f"**{decided} of {len(outcomes)} decided ({_share(decided, len(outcomes))}).** Crashes: {len(crashes)}.",
        *([_bullets(crashes)] if crashes else []),
        "## Functions by verdict",
        _verdicts(runs, words),
        "## Why the others are undecided",
        "The ten commonest, without line numbers, names and types; by the undecided functions that have it.",
        _reasons(runs),
        "## Cost",
        _cost(runs),
        f"By default {shown} findings are shown for {lines:,} lines read:"
        f" {1000 * shown / max(lines, 1):.1f} per 1,000 lines.",
        "## Packages and versions",
        _bullets(f"{r.package.name} {r.package.version}: {r.package.kind}" for r in runs),
        _bullets([f"Python {platform.python_version()}", *(f"{name} {v}" for name, v in sorted(tool.items()))]),
    ]
    return "\n\n".join(paragraphs) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"* {str(item).splitlines()[0][:300]}" for item in items)


def _verdicts(runs: Sequence[PackageRun], words: Counter[str]) -> str:
    head = ("package", *(word for word in ORDER if words[word]), "decided")
    rows: list[tuple[object, ...]] = []
    for run in runs:
        own = Counter(outcome.verdict for outcome in run.outcomes)
        decided = _share(sum(own[word] for word in DECIDED), len(run.outcomes))
        rows.append((run.package.name, *(own[word] for word in ORDER if words[word]), decided))
    total = _share(sum(words[word] for word in DECIDED), sum(words.values()))
    rows.append(("all", *(words[word] for word in ORDER if words[word]), total))
    return markdown(head, rows)


def reasons(runs: Sequence[PackageRun]) -> tuple[tuple[str, int, int], ...]:
    """Reason, obligations and functions that have it, the commonest first; by functions."""
    obligations: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for outcome in (outcome for run in runs for outcome in run.outcomes):
        own = [_plain(o["reason"] or "no reason") for o in outcome.obligations if o["verdict"] not in ENOUGH]
        obligations.update(own)
        functions.update(set(own) if outcome.verdict not in DECIDED else ())
    return tuple((reason, obligations[reason], n) for reason, n in functions.most_common())


# What differs from function to function in one and the same reason: line numbers, names, types, values.
VARYING = (
    (r",? *\(?\b(on |at |in )?lines? \d+(-\d+)?\)?", ""),
    (r"(reads module state) .*", r"\1 …"),
    (r"(the returned value is an?) .* (is not known)", r"\1 … \2"),
    (r"(calls) \S+( which| of)?", r"\1 …\2"),
    (r"(attribute|method|reads|sets attribute) (?!module)[\w.']+,?", r"\1 …"),
    (r"(of a|of) [A-Z]\w*$", r"\1 …"),
)


def _plain(reason: str) -> str:
    """`unsupported: yield, line 12` and the same on line 40 are one reason."""
    for pattern, kept in VARYING:
        reason = re.sub(pattern, kept, reason)
    return reason.strip()[:100]


def _reasons(runs: Sequence[PackageRun]) -> str:
    return markdown(("reason", "obligations", "functions"), list(reasons(runs)[:10]))


def _cost(runs: Sequence[PackageRun]) -> str:
    rows: list[tuple[object, ...]] = [
        (run.package.name, len(run.outcomes), run.cpu, run.wall, run.peak / 2**20, run.shown) for run in runs
    ]
    cpu, wall = sum(run.cpu for run in runs), sum(run.wall for run in runs)
    peak = max(run.peak for run in runs) / 2**20
    rows.append(("all", sum(len(r.outcomes) for r in runs), cpu, wall, peak, sum(r.shown for r in runs)))
    return markdown(("package", "functions", "CPU s", "wall s", "peak MiB of a process", "findings shown"), rows)


Row = tuple[str, ...]


def draw(document: Sequence[dict[str, object]], seed: int, count: int) -> list[Row]:
    """`count` refuted obligations, drawn by `seed` from all of them; rows of COLUMNS, not judged yet."""
    refuted = sorted(document, key=lambda item: (str(item["package"]), str(item["id"])))
    drawn = random.Random(seed).sample(refuted, min(count, len(refuted)))
    return [(*(_flat(item[key]) for key in COLUMNS[:5]), OPEN, "") for item in drawn]


def keep(file: Path, rows: list[Row], seed: int, source: str) -> list[Row]:
    """Writes the table; what was judged before about the very same call and obligation stays judged."""
    judged = {row[:5]: row for row in read(file)}
    merged = [judged.get(row[:5], row) for row in rows]
    text = [
        "# Refutations read by hand",
        f"Drawn by `{source}` (seed {seed}); judged by people, in the last two columns: true when the call"
        " satisfies annotations and what is documented, and the failure is the function's, else false; meant when"
        " that holds and the authors mean it: a function that is called raises it on purpose, and the function"
        " itself declares nothing.",
        "\n".join(f"| {' | '.join(row)} |" for row in (COLUMNS, ("---",) * len(COLUMNS), *merged)),
    ]
    file.write_text("\n\n".join(text) + "\n", encoding="utf-8")
    return merged


def read(file: Path) -> list[Row]:
    """The rows of the table, without its head."""
    if not file.is_file():
        return []
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    rows = [tuple(re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))) for line in lines]
    return [row for row in rows[2:] if len(row) == len(COLUMNS)]


def _flat(value: object) -> str:
    """One cell of a table: one line, no bar that would end it."""
    text = "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")[:400] or "-"
