"""Makes a failing call small while it keeps failing in the same way."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from verheal.prover.run.edits import simpler
from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Job, ModuleRef
from verheal.prover.run.runner import Runner
from verheal.prover.run.search import Found

MOST_CANDIDATES = 30


def shrink(runner: Runner, module: ModuleRef, job: Job, found: Found, rounds: int = 12) -> Found:
    """A simpler call with the same failure key, by greedy descent, one batch a round. Hangs are not
    shrunk."""
    if found.key.kind in ("hang", "died"):
        return found
    tried = {found.call}
    for _ in range(rounds):
        # Far candidates are not tried in this round: a smaller call has fewer of them anyway.
        candidates = [
            c for c in dict.fromkeys(islice(simpler(found.call), MOST_CANDIDATES * 3)) if c not in tried
        ]
        candidates = candidates[:MOST_CANDIDATES]
        if not candidates:
            return found
        tried.update(candidates)
        records = runner.run(module, [replace(job, call=call) for call in candidates])
        failing = [r for r in records if found.key in keys_of(r, job, module.root)]
        if not failing:
            return found
        best = min(failing, key=lambda record: (len(record["call"]), record["call"]))
        found = Found(found.key, best["call"], best)
    return found
