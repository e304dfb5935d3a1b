"""How much verheal decides of well-known packages, written to docs/benchmarks.md.

`--draw SEED N` then draws N refutations of that run into benchmarks/read_by_hand.md, to be judged by people.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import real_report
from measure import ROOT
from real_packages import PACKAGES, prepare, select
from real_run import Effort, PackageRun, check, snapshot

PAGE = ROOT / "docs" / "benchmarks.md"
RESULTS = "results.json"
TABLE = Path(__file__).resolve().parent / "read_by_hand.md"


def main() -> int:
    options = _options()
    if options.draw:
        return _draw(options.cache / RESULTS, *options.draw)
    runs = _measure(options)
    budget = f" --budget {options.budget:g}" if options.budget else ""
    text = real_report.page(runs, f"python benchmarks/real.py{budget}")
    print(text)
    crashes = [crash for run in runs for crash in run.crashes]
    print("\n".join(crashes), file=sys.stderr)
    if options.count == 200 and not options.only and not options.no_page:
        PAGE.write_text(text, encoding="utf-8")
    return 1 if crashes else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=200, help="functions of all packages together")
    parser.add_argument("--only", default="", metavar="PACKAGE", help="only this package's share of them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--budget", type=float, help="verheal's CPU seconds for one function")
    parser.add_argument("--limit", type=float, default=60.0, help="wall-clock seconds per function, at most")
    parser.add_argument("--cache", type=Path, default=ROOT / ".verheal" / "real", help="for downloads")
    parser.add_argument("--no-page", action="store_true", help="do not write docs/benchmarks.md")
    parser.add_argument("--draw", type=int, nargs=2, metavar=("SEED", "N"), help="refutations of the last run")
    return parser.parse_args()


def _measure(options: argparse.Namespace) -> list[PackageRun]:
    options.cache.mkdir(parents=True, exist_ok=True)
    unpacked, python = prepare(options.cache.resolve())
    chosen = select(unpacked, options.count)
    snapshot(options.cache.resolve())
    effort = Effort(options.jobs, options.limit, options.budget)
    runs = []
    for package in PACKAGES:
        own = [one for one in chosen if one.package == package]
        if own and options.only in ("", package.name):
            print(f"checking {len(own)} functions of {package.name}", file=sys.stderr)
            runs.append(check(package, own, unpacked, python, options.cache.resolve(), effort))
            # After each package: what is known is not lost when the run is stopped.
            text = json.dumps([asdict(run) for run in runs], indent=1)
            (options.cache / RESULTS).write_text(text + "\n", encoding="utf-8")
    return runs


def _draw(results: Path, seed: int, count: int) -> int:
    if not results.is_file():
        print(f"{results} is not there: run benchmarks/real.py first", file=sys.stderr)
        return 2
    refuted = _refuted(json.loads(results.read_text(encoding="utf-8")))
    rows = real_report.draw(refuted, seed, count)
    merged = real_report.keep(TABLE, rows, seed, f"python benchmarks/real.py --draw {seed} {count}")
    for row in merged:
        print("\n".join(f"{column:11}{cell}" for column, cell in zip(real_report.COLUMNS, row, strict=True)))
        print()
    print(f"{len(refuted)} refuted obligations, {len(merged)} drawn, written to {TABLE}")
    return 0


def _refuted(runs: list[dict[str, Any]]) -> list[dict[str, object]]:
    return [
        {
            "package": f"{run['package']['name']} {run['package']['version']}",
            "id": obligation["id"],
            "function": outcome["selected"]["key"],
            "obligation": f"{obligation['kind']}: {obligation['text']}, line {obligation['line']}",
            "call": (obligation["witness"] or {}).get("call"),
            "raises": (obligation["witness"] or {}).get("raises"),
        }
        for run in runs
        for outcome in run["outcomes"]
        for obligation in outcome["obligations"]
        if obligation["verdict"] == "refuted"
    ]


if __name__ == "__main__":
    sys.exit(main())
