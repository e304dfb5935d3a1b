"""verheal diff over the labelled pairs in tests/pairs, and `crosshair diffbehavior` beside it: right, undecided, wrong.

python benchmarks/pairs.py [--only THEME ...] [--tool verheal|crosshair] [--budget SECONDS] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from measure import ROOT, Done, markdown, run, table

PAIRS = ROOT / "tests" / "pairs"
RIGHT, UNDECIDED = "right", "undecided"
WRONG = {"equivalent": "false equivalent", "different": "false different"}  # by what was said
SCORES = (RIGHT, UNDECIDED, *WRONG.values())


@dataclass(frozen=True)
class Pair:
    """One labelled pair of functions, by their qualified names."""

    name: str
    before: str
    after: str
    label: str

    @property
    def folder(self) -> Path:
        return PAIRS / self.name


@dataclass(frozen=True)
class Answer:
    """What a tool said of one pair: equivalent, different or undecided."""

    pair: str
    label: str
    said: str
    score: str
    why: str
    cpu: float


def read(only: list[str]) -> Iterator[Pair]:
    """The pairs, all or those of some themes or names."""
    for entry in json.loads((PAIRS / "labels.json").read_text(encoding="utf-8")):
        name = entry["pair"]
        if not only or name in only or name.partition("/")[0] in only:
            yield Pair(name, entry["function"], entry.get("after_function", entry["function"]), entry["label"])


def verheal(pair: Pair, budget: float) -> tuple[str, str, Done]:
    """Its verdict and its reason; only what the process says with a proper exit code counts."""
    command = [sys.executable, "-m", "verheal", "diff", "--format", "json", "--no-cache", "--budget", str(budget)]
    command += ["--before", f"{pair.folder / 'before.py'}:{pair.before}"]
    command += ["--after", f"{pair.folder / 'after.py'}:{pair.after}"]
    done = run(command, limit=40 * budget + 300)
    if done.code not in (0, 1):
        return UNDECIDED, f"exit code {done.code}: {done.err.strip()[-200:]}", done
    answer = json.loads(done.out)
    witness = answer["witness"] or {}
    why = answer["reason"] or " / ".join(witness.values())
    said = answer["verdict"] if answer["verdict"] in WRONG else UNDECIDED
    return said, why, done


def crosshair(pair: Pair, budget: float) -> tuple[str, str, Done]:
    """`diffbehavior`, where a difference counts however it is told, and all paths exhausted counts as equivalent."""
    tool = str(Path(sys.executable).with_name("crosshair"))
    with tempfile.TemporaryDirectory() as place:
        for version in ("before", "after"):
            shutil.copy(pair.folder / f"{version}.py", Path(place) / f"{version}_version.py")
        command = [
            tool, "diffbehavior", f"before_version.{pair.before}", f"after_version.{pair.after}",
            "--exception_equivalence", "SAME_TYPE", "--per_condition_timeout", str(budget),
        ]  # fmt: skip
        done = run(command, cwd=Path(place), limit=10 * budget + 60)
    text = done.out.strip()
    if "Given: (" in text:
        return "different", " / ".join(text.split("\n")[:3]), done
    if "All paths exhausted" in text:
        return "equivalent", text.replace("\n", " / "), done
    return UNDECIDED, "late" if done.late else (text or done.err.strip()[-200:]).replace("\n", " / "), done


TOOLS: dict[str, Callable[[Pair, float], tuple[str, str, Done]]] = {"verheal": verheal, "crosshair": crosshair}


def score(said: str, label: str) -> str:
    """One of SCORES."""
    return UNDECIDED if said not in WRONG else RIGHT if said == label else WRONG[said]


def ask(tool: str, pairs: list[Pair], budget: float) -> list[Answer]:
    """Every pair, one after the other: the CPU time of each is known only so."""
    answers = []
    for number, pair in enumerate(pairs, 1):
        said, why, done = TOOLS[tool](pair, budget)
        answers.append(Answer(pair.name, pair.label, said, score(said, pair.label), why, round(done.cpu, 2)))
        print(f"{tool} {number}/{len(pairs)} {pair.name}: {answers[-1].score}", file=sys.stderr, flush=True)
    return answers


def rows(found: dict[str, list[Answer]]) -> list[tuple[object, ...]]:
    """One line for each tool and label."""
    made: list[tuple[object, ...]] = []
    for tool, answers in found.items():
        for label in ("equivalent", "different"):
            own = [answer for answer in answers if answer.label == label]
            counted = Counter(answer.score for answer in own)
            cpu = sorted(answer.cpu for answer in own) or [0.0]
            middle, most = cpu[len(cpu) // 2], cpu[-1]
            made.append((f"{tool}, {label}", len(own), *(counted[one] for one in SCORES), middle, most))
    return made


def main() -> int:
    """0, or 1 when verheal said something wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="themes, or pairs as theme/name")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th pair")
    parser.add_argument("--tool", choices=tuple(TOOLS), help="only this one")
    parser.add_argument("--budget", type=float, default=10.0, metavar="SECONDS", help="for one pair (default 10)")
    parser.add_argument("--json", metavar="FILE", help="all answers")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options = parser.parse_args()
    pairs = list(read(options.only))[:: options.every]
    tools = [options.tool] if options.tool else list(TOOLS)
    found = {tool: ask(tool, pairs, options.budget) for tool in tools}
    if options.json:
        record = {tool: [asdict(answer) for answer in answers] for tool, answers in found.items()}
        Path(options.json).write_text(json.dumps(record, indent=1), encoding="utf-8")
    head = ("tool and label", "pairs", *SCORES, "CPU s, median", "most")
    print((markdown if options.markdown else table)(head, rows(found)))
    wrong = [a for a in found.get("verheal", []) if a.score in WRONG.values()]
    for answer in wrong:
        print(f"{answer.pair}: {answer.score}: {answer.why}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
