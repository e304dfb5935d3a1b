"""How verheal scales: a generated repository, cold, again, after one change, with one worker and with two."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from measure import Done, run, table
from scale_generate import Made, cone, generate, write

HEAD = ("run", "wall s", "CPU s", "peak MiB", "solver calls", "lowered", "cache hits", "exit")
PEAK_MIB, SECOND_CPU, RATIO, VERSION_CPU = 400.0, 1.5, 1.6, 0.1


@dataclass(frozen=True)
class Row:
    """One run. `peak` is the largest process in bytes; `verdicts` counts functions."""

    name: str
    wall: float
    cpu: float
    peak: int
    solver_calls: int
    lowered: int
    cache_hits: int
    code: int
    verdicts: dict[str, int]

    def cells(self) -> tuple[object, ...]:
        counted = (self.solver_calls, self.lowered, self.cache_hits, self.code)
        return (self.name, self.wall, f"{self.cpu:.2f}", self.peak / 2**20, *counted)


def main() -> int:
    options = _options()
    made = generate(options.count, options.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(made, folder)
        rows, changed = _runs(made, folder, options)
    version = _version()
    checks = _checks(rows, changed, version)
    print(table(HEAD, [row.cells() for row in rows]))
    print(f"\nverdicts: {', '.join(f'{word} {n}' for word, n in rows[0].verdicts.items() if n)}\n")
    for name, value, bound, good in checks:
        print(f"{'ok  ' if good else 'FAIL'} {name}: {value} ({bound})")
    if options.json:
        document = {"count": options.count, "seed": options.seed, "runs": [asdict(row) for row in rows]}
        document["checks"] = [dict(zip(("name", "value", "bound", "good"), c, strict=True)) for c in checks]
        Path(options.json).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return 0 if all(good for _, _, _, good in checks) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="functions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=7200.0, help="wall-clock seconds for one run")
    parser.add_argument("--no-jobs", action="store_true", help="leave out one worker against two")
    parser.add_argument("--json", metavar="FILE", help="write everything there too")
    return parser.parse_args()


def _runs(made: tuple[Made, ...], folder: Path, options: argparse.Namespace) -> tuple[list[Row], frozenset[str]]:
    """All runs, and the functions that the change may touch."""
    rows = [_check("cold, 2 jobs", folder, ["--jobs", "2"], options.limit)]
    rows.append(_check("again", folder, ["--jobs", "2"], options.limit))
    if not options.no_jobs:
        for jobs in ("1", "2"):
            arguments = ["--jobs", jobs, "--no-cache"]
            rows.append(_check(f"no cache, {jobs} job{'s' * (jobs != '1')}", folder, arguments, options.limit))
    changed = _subject(made)
    write(tuple(_change(f) if f.name == changed else f for f in made), folder)
    rows.insert(2, _check(f"{changed} changed", folder, ["--jobs", "2"], options.limit))
    return rows, cone(made, changed)


def _subject(made: tuple[Made, ...]) -> str:
    """A function with a few callers, so that the change has a cone."""
    plain = [f.name for f in made if f.plain]
    return next((name for name in plain if 3 <= len(cone(made, name)) <= 12), plain[0])


def _change(function: Made) -> Made:
    head, _, last = function.text.rstrip("\n").rpartition("\n    return ")
    return replace(function, text=f"{head}\n    return 1 + {last}\n")


def _check(name: str, folder: Path, arguments: list[str], limit: float) -> Row:
    print(f"running: {name}", file=sys.stderr)
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "verheal", "check", "shop", "--stats", *arguments]
    done: Done = run([*command, "--format", "json", "-o", str(report)], cwd=folder, limit=limit)
    if done.late or done.code not in (0, 1) or "Traceback" in done.err:
        sys.exit(f"{name}: {'out of time' if done.late else f'exit code {done.code}'}\n{done.err[-2000:]}")
    document: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    stats = document["stats"]
    return Row(
        name,
        done.wall,
        done.cpu,
        max(done.peak, stats["peak_memory"]),
        stats["solver_calls"],
        stats["lowered"],
        stats["cache_hits"],
        done.code,
        document["summary"]["functions"],
    )


def _version() -> float:
    """CPU seconds, the median of seven."""
    command = [sys.executable, "-m", "verheal", "--version"]
    return statistics.median(run(command).cpu for _ in range(7))


def _checks(rows: list[Row], changed: frozenset[str], version: float) -> list[tuple[str, str, str, bool]]:
    cold, again, after = rows[:3]
    peak = cold.peak / 2**20
    found = [
        ("cold check, largest process", f"{peak:.0f} MiB", f"under {PEAK_MIB:.0f}", peak < PEAK_MIB),
        ("second check, CPU", f"{again.cpu:.2f} s", f"under {SECOND_CPU}", again.cpu < SECOND_CPU),
        ("second check, solver calls", str(again.solver_calls), "0", again.solver_calls == 0),
        ("second check, lowered", str(again.lowered), "0", again.lowered == 0),
        (
            "one function changed, lowered again",
            str(after.lowered),
            f"1 to {len(changed)}: it and its callers",
            1 <= after.lowered <= len(changed),
        ),
        ("--version, CPU", f"{version:.3f} s", f"under {VERSION_CPU}", version < VERSION_CPU),
    ]
    if len(rows) == 5:
        ratio = rows[3].wall / rows[4].wall
        found.append(("two jobs against one", f"{ratio:.2f}", f"at least {RATIO}", ratio >= RATIO))
    return found


if __name__ == "__main__":
    sys.exit(main())
