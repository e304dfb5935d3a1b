"""Random whole programs against the whole of verheal: `python -m tests.whole SEED MODULES [FUNCTIONS] [RUNS]`.

Prints counts and every false verdict as one JSON object; the module is written again from its seed.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings

from tests.whole.judged import Judged, judge

MEMORY = 2 << 30


def main() -> None:
    """Judge modules one after another, within limits."""
    seed, modules, functions, runs = [int(word) for word in sys.argv[1:]] + [6, 150][len(sys.argv) - 3 :]
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    total = Judged()
    for one in range(seed, seed + modules):
        found = judge(one, functions, runs)
        found.false = [f"seed {one}: {text}" for text in found.false]
        total.add(found)
        print(f"  {total.functions} functions, {len(total.false)} false", file=sys.stderr)
    print(json.dumps(total.__dict__))


if __name__ == "__main__":
    main()
