"""The differential tests at length: `python -m tests.soak N [--seed S] [--jobs J] [--formulas M] [--whole W]`.

Runs N generated functions by CPython and by the core's interpreter, then M more against their formulas, then W
modules with contracts against the whole of `check`, and prints what was in them. Exit 1 when anything differs.
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.differential.children import formulas, functions, whole
from tests.differential.summary import lines


def main() -> int:
    """0 when everything agrees."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("count", type=int, help="how many functions to generate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--formulas", type=int, default=-1, help="how many against formulas (default: a fiftieth)"
    )
    parser.add_argument("--whole", type=int, default=-1, help="how many modules (default: a thousandth)")
    given = parser.parse_args()
    asked = given.formulas if given.formulas >= 0 else given.count // 50
    report = functions(given.seed, given.count, jobs=given.jobs, progress=True)
    print("\n".join(lines(report)))
    checked = formulas(given.seed, asked, jobs=given.jobs)
    print(
        f"formulas: {checked.functions} functions, {checked.evaluated} sequents computed, "
        f"{checked.asked} asked, "
        f"{len(checked.wrong)} wrong"
    )
    modules = given.whole if given.whole >= 0 else given.count // 1_000
    judged = whole(given.seed, modules, jobs=given.jobs)
    print(f"whole: {judged.functions} functions of {modules} modules, {judged.runs} runs, {dict(judged.verdicts)}")
    for one in report.mismatches:
        print("\nMISMATCH", one["args"], one["source"], f"CPython:     {one['cpython']}", sep="\n")
        print(f"interpreter: {one['interpreter']}")
    print("".join(f"\n\nWRONG {text}" for text in checked.wrong))
    print("".join(f"\n\nFALSE {text}" for text in judged.false))
    return 1 if report.mismatches or checked.wrong or judged.false else 0


if __name__ == "__main__":
    sys.exit(main())
