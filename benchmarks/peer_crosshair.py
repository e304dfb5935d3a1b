"""CrossHair over the corpus: `crosshair check --per_condition_timeout N`, analysis kind by dialect."""

from __future__ import annotations

import json
import shutil
import signal
import tempfile
from pathlib import Path

import environments
from corpus import Answer, Entry, Said, ToolResult, by_path
from measure import run

KINDS = {"asserts": "asserts", "pep316": "PEP316", "icontract": "icontract", "deal": "deal"}
CHILD = Path(__file__).resolve().parent / "crosshair_child.py"


def crosshair(entries: tuple[Entry, ...], folder: Path, seconds: float) -> ToolResult:
    """Files are copied under names of their own: a corpus module called `numbers` would hide Python's."""
    python = environments.environment(folder / "crosshair", environments.CROSSHAIR)
    answers: dict[str, Answer] = {}
    troubles: list[str] = []
    cpu = wall = 0.0
    with tempfile.TemporaryDirectory() as place:
        for path, group in by_path(entries).items():
            module = f"corpus_{path.parent.name}_{path.stem}"
            shutil.copy(path, Path(place) / f"{module}.py")
            left = group
            while left:
                # Several conditions a function; far past its own limit means that it hangs. In CPU time:
                # other load on the machine must not count against it.
                limit = 60 + len(left) * seconds * 6
                job = {
                    "module": module,
                    "functions": [e.function for e in left],
                    "kind": KINDS[left[0].dialect],
                    "seconds": seconds,
                    "cpu": int(limit),
                }
                done = run([str(python), str(CHILD)], cwd=Path(place), stdin=json.dumps(job), limit=limit * 10)
                cpu, wall = cpu + done.cpu, wall + done.wall
                ended = _read(done.out, left, answers, troubles)
                if ended < len(left):
                    hung = done.late or done.code in (-signal.SIGXCPU, -signal.SIGKILL)
                    word = "hung" if hung else f"died with {done.code}"
                    troubles.append(f"{left[ended].name}: {word}: {done.err.strip()[-200:]}")
                left = left[ended + 1 :]
    found = environments.versions(python, "crosshair-tool", "z3-solver", "icontract", "deal")
    return ToolResult("crosshair", found, answers, cpu, wall, tuple(troubles))


def _read(text: str, group: tuple[Entry, ...], answers: dict[str, Answer], troubles: list[str]) -> int:
    """Takes over the answers; how many functions came to an end."""
    ended = 0
    for line in text.splitlines():
        message = json.loads(line)
        if message.get("begun"):
            continue
        entry = group[ended]
        ended += 1
        answers[entry.name] = _answer(message["lines"])
        if message["crash"]:
            troubles.append(f"{entry.name}: {message['crash']}")
    return ended


def _answer(lines: list[str]) -> Answer:
    """Proved only when every condition of the function is confirmed and there is one at least."""
    why = " / ".join(line.split(": ", 1)[-1] for line in lines)[:300]
    if any(": error: " in line for line in lines):
        return Answer(Said.REFUTED, why)
    confirmed = [line.endswith("Confirmed over all paths.") for line in lines]
    return Answer(Said.PROVED if confirmed and all(confirmed) else Said.UNDECIDED, why)
