"""Runs one call under two hash seeds in fresh children, and tells it as `proofs.transcript` reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verheal.prover.run.job import Job, ModuleRef, Record
from verheal.prover.run.runner import Runner

HASH_SEEDS = (0, 4242)
ENDED = ("returned", "raised")
TOLD = (*ENDED, "timeout")
# Folders that hold code of others, also where they lie below the user's root.
INSTALLED = re.compile(r"(site|dist)-packages|(python|pypy)\d(\.\d+)?t?")


@dataclass(frozen=True)
class Subject:
    """Whose replay it is. `tree` is the absolute root that reported paths are relative to; `line` is the
    `def` line.

    `path` is the module's file relative to `tree`, with forward slashes, or absolute where it lies elsewhere;
    `home` the folder that the module is imported from; `closure` the closure key of the source; `returns` the
    text of the return annotation; `frame_text` the text of the frame clause, if there is one.
    """

    tree: str
    path: str
    function: str
    closure: str
    line: int = 1
    returns: str = ""
    frame_text: str = ""
    home: str = ""


def replay(runner: Runner, module: ModuleRef, job: Job) -> dict[str, Any]:
    """{"call", "function", "python", "isolation", "runs": [record with "hash_seed"], "agree": bool,
    "seconds"}.

    Every run is one fresh process. `agree` says that outcome and digest are the same under all seeds. Never
    raises for
    what the code does.
    """
    runs = [dict(runner.run(module, [job], hash_seed=seed)[0], hash_seed=seed) for seed in HASH_SEEDS]
    ways = {(run["outcome"], run.get("digest")) for run in runs}
    return {
        "call": job.call,
        "function": job.function,
        "python": runner.interpreter.version,
        "isolation": runner.isolation.level,
        "runs": runs,
        "agree": len(ways) == 1,
        "seconds": round(sum(float(run.get("cpu_seconds") or 0) for run in runs), 6),
    }


def transcript(
    replayed: Mapping[str, Any], subject: Subject, job: Job, args: Mapping[str, str]
) -> dict[str, Any]:
    """The replay as the JSON object that `proofs.transcript.read_replay` accepts; `args` are Python
    expressions."""
    return {
        "path": subject.path,
        "function": subject.function,
        "closure": subject.closure,
        "args": [[name, text] for name, text in args.items()],
        "call": replayed["call"],
        "python": replayed["python"],
        "seconds": float(replayed["seconds"]),
        "runs": [run_of(run, subject, job) for run in replayed["runs"]],
    }


def run_of(run: Record, subject: Subject, job: Job) -> dict[str, Any]:
    """One run of the transcript. What is not known counts as not held and not finished."""
    error = run.get("exception") or {}
    outcome = run["outcome"]
    counts = outcome in ENDED and not error.get("environment", False)
    # Outcome "returned" includes a postcondition that a decorator checked and found broken: it is among the
    # failures.
    told = outcome if outcome in TOLD else "crashed"
    return {
        "hash_seed": run["hash_seed"],
        "requires_held": run.get("requires_held") is True,
        "annotations_held": run.get("args_conform") is True and not run.get("untyped"),
        "finished": counts,
        "outcome": told,
        "mro": list(error["mro"]) if told == "raised" else [],
        "message": str(error.get("message", "")) if told == "raised" else "",
        "traceback": frames_in_tree(error.get("traceback") or [], subject) if told == "raised" else [],
        "failures": failures_of(run, subject, job) if counts else [],
    }


def frames_in_tree(entries: list[list[Any]], subject: Subject) -> list[dict[str, Any]]:
    """Entries whose file belongs to the user, spelled as the module's path is, however Python found the file."""
    found = []
    for path, line, function, span in entries:
        spelled = spelling(path, subject)
        if spelled is not None:
            found.append({"path": spelled, "function": str(function), "line": int(line), "span": span})
    return found


def spelling(path: str, subject: Subject) -> str | None:
    """The path as reports name it; None for a file of the interpreter or of an installed package.

    Links lead to the file that is meant: the module's own file is known by any of its names.
    """
    real, tree = os.path.realpath(path), os.path.realpath(subject.tree)
    if real == os.path.realpath(os.path.join(subject.tree, subject.path)):
        return subject.path
    for folder in (tree, os.path.realpath(subject.home or subject.tree)):
        below = real.removeprefix(folder.rstrip(os.sep) + os.sep)
        if below != real and not any(INSTALLED.fullmatch(part) for part in below.split(os.sep)):
            return (below if folder == tree else real).replace(os.sep, "/")
    return None


def failures_of(run: Record, subject: Subject, job: Job) -> list[dict[str, Any]]:
    """Every condition that the replayer evaluated and that does not hold."""
    own = {"path": subject.path, "function": subject.function, "line": subject.line, "span": None}
    broken = [v for v in run.get("ensures") or () if v["ok"] is False or v["raised"]]
    found = [failure(v["kind"], v["text"], v["raised"], own) for v in broken]
    for verdict in run.get("callee_failures") or ():
        for site in frames_in_tree([verdict["frame"]], subject):
            found.append(failure("pre", verdict["text"], verdict["raised"], site))
    if run.get("result_conforms") is False:
        line = run.get("return_line") or subject.line
        found.append(failure("type", subject.returns, None, {**own, "line": line}))
    if job.modifies is not None and set(run.get("mutated") or ()) - set(job.modifies):
        found.append(failure("frame", subject.frame_text, None, own))
    return found


def failure(kind: str, text: str, exception: str | None, frame: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "text": text, "exception": exception, "frame": dict(frame)}
