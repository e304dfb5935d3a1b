"""Batches in limited child processes, several at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.differential.batch import Report
from tests.differential.proving import Checked
from tests.whole.judged import Judged

ROOT = Path(__file__).parents[2]
BATCH = 500
FORMULAS = 40
# For batches on a machine that does much else at the same time.
SECONDS = 1_800


def functions(seed: int, count: int, inputs: int = 3, size: int = 3, jobs: int = 1, progress: bool = False) -> Report:
    """CPython against the interpreter on `count` functions. Raises RuntimeError when a child dies."""
    starts = range(0, count, BATCH)
    words = [("functions", seed * 1_000 + n, min(BATCH, count - at), inputs, size) for n, at in enumerate(starts)]
    total = Report()
    for text in _run(words, jobs):
        total.add(Report.from_json(text))
        if progress:
            print(f"  {total.functions} functions, {len(total.mismatches)} differ", file=sys.stderr)
    return total


def formulas(seed: int, count: int, runs: int = 10, jobs: int = 1) -> Checked:
    """Interpreter against formulas on `count` functions, half of them with inferred invariants."""
    starts = range(0, count, FORMULAS)
    words = [("formulas", seed * 1_000 + n, min(FORMULAS, count - at), runs, n % 2) for n, at in enumerate(starts)]
    total = Checked()
    for text in _run(words, jobs):
        total.add(Checked(**json.loads(text)))
    return total


def whole(seed: int, modules: int, functions: int = 6, runs: int = 150, jobs: int = 1) -> Judged:
    """`modules` generated modules with contracts, checked whole and held against `runs` runs of each function."""
    total = Judged()
    words = [(seed * 100_000 + n, 1, functions, runs) for n in range(modules)]
    with ThreadPoolExecutor(jobs) as pool:
        for text in pool.map(lambda one: _python("tests.whole", one), words):
            total.add(Judged.from_json(text))
    return total


def _run(tasks: Sequence[tuple[object, ...]], jobs: int) -> Iterable[str]:
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(_child, tasks)


def _child(task: tuple[object, ...]) -> str:
    return _python("tests.differential.batch", task)


def _python(module: str, words: tuple[object, ...]) -> str:
    command = [sys.executable, "-m", module, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:])} exited with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout
