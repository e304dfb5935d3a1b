"""Checks every label of the corpus in CPython: run as `python tests/corpus/validate.py`.

Wrong entries: the witness must fail in the named way, under two hash seeds. Right entries: random inputs that
satisfy annotations and preconditions must not fail. Exit code 1 when a label is contradicted.
"""

from __future__ import annotations

import argparse
import importlib.util
import inspect
import json
import os
import resource
import signal
import subprocess
import sys
import types
import typing
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SEEDS = (0, 1)
WANTED = 300
ATTEMPTS = 60_000


class TooLong(BaseException):
    """A call did not end within its time; the input is put aside."""


def load(path: Path) -> types.ModuleType:
    """A fresh copy of a corpus module, with PEP 316 clauses switched on."""
    name = f"corpus_{path.parent.name}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    if path.parent.name == "pep316":
        import pep316_runtime

        pep316_runtime.install(module)
    return module


def listed(path: Path) -> set[str]:
    """Qualified names of the functions and methods that a file defines."""
    import judge

    return set(judge.read_source(str(path)).leading)


def limited(seconds: float, call: Any) -> Any:
    def stop(signum: int, frame: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return call()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def declared_raises(module: types.ModuleType, path: Path, subject: str) -> tuple[str, ...]:
    import pep316_runtime

    function = plain(module, subject)
    if path.parent.name == "pep316":
        return pep316_runtime.read(function.__doc__).raises
    contracts = getattr(function, "__deal_contract", None)
    return tuple(e.__name__ for v in getattr(contracts, "raises", ()) for e in v.exceptions)


def resolve(module: types.ModuleType, subject: str) -> Any:
    value: Any = module
    for part in subject.split("."):
        value = getattr(value, part)
    return value


def plain(module: types.ModuleType, subject: str) -> Any:
    """The function under a property, too."""
    value = resolve(module, subject)
    return value.fget if isinstance(value, property) else value


def bound_to_nothing(module: types.ModuleType, subject: str) -> bool:
    """Whether the subject is a plain function, a static or a class method."""
    owner, _, name = subject.rpartition(".")
    return not owner or isinstance(
        inspect.getattr_static(resolve(module, owner), name), (staticmethod, classmethod)
    )


def check_wrong(path: Path, entry: dict[str, Any]) -> tuple[bool, str]:
    """Evaluate the witness; it must fail as the label says."""
    import judge

    source = judge.read_source(str(path))
    module = load(path)
    declared = declared_raises(module, path, entry["function"])
    try:
        value = limited(20, lambda: eval(entry["witness"], vars(module)))
    except TooLong:
        return False, "the witness did not end"
    except Exception as error:
        seen = judge.judge(error, entry["function"], source, declared)
        return seen == entry["what"], f"{seen} ({type(error).__name__})"
    return False, f"no failure, value {value!r:.60}"


def check_right(path: Path, entry: dict[str, Any], trusted: frozenset[str]) -> tuple[bool, str]:
    """Call the function on random inputs until enough satisfied its preconditions."""
    import random_inputs

    subject = entry["function"]
    inputs = random_inputs.Inputs(20261120, trusted)
    module = load(path)
    valid = late = 0
    for _ in range(ATTEMPTS):
        if valid >= WANTED:
            break
        inputs.pool.clear()
        try:
            outcome = limited(0.2, lambda: one_call(module, path, subject, inputs))
        except TooLong:
            late += 1
            continue
        if outcome == "ok":
            valid += 1
        elif outcome != "rejected":
            return False, outcome
    return valid >= WANTED, f"{valid} inputs" + (f", {late} put aside" if late else "")


def one_call(module: types.ModuleType, path: Path, subject: str, inputs: Any) -> str:
    """ok, rejected or a description of the failure of one random call."""
    import judge
    import random_inputs

    function = plain(module, subject)
    owner, _, name = subject.rpartition(".")
    free = bound_to_nothing(module, subject)
    try:
        taken = inspect.ismethod(function) and hasattr(function, "__wrapped__")  # cls, under a decorator
        args = inputs.arguments(function, module, skip_self=taken or not free)
        named = inputs.named(function, module)
        if not free and name != "__init__":
            args.insert(0, inputs.value(resolve(module, owner), module))
    except AssertionError:
        return "rejected"
    except Exception as error:
        if type(error).__name__ == "ClauseFailed":
            return "rejected"
        raise
    called = resolve(module, owner) if name == "__init__" else function
    shown = f"{subject}({', '.join(f'{a!r:.60}' for a in [*args, *named.items()])})"
    try:
        value = called(*args, **named)
        if isinstance(value, types.GeneratorType):
            value = iter(list(value))
    except Exception as error:
        source = judge.read_source(str(path))
        seen = judge.judge(error, subject, source, declared_raises(module, path, subject))
        if seen in (judge.DECLARED, judge.REJECTED):
            return "ok" if seen == judge.DECLARED else "rejected"
        return f"{seen} {error!r:.80} for {shown}"
    hint = typing.get_type_hints(inspect.unwrap(function), vars(module))["return"]
    fits = name == "__init__" or random_inputs.conforms(value, hint)
    return "ok" if fits else f"type: {value!r:.60} for {shown}"


def child(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
    entries = json.load(sys.stdin)
    trusted = frozenset(e["function"] for e in entries if e["label"] == "right")
    for entry in entries:
        if entry["label"] == "wrong":
            good, note = check_wrong(path, entry)
        else:
            good, note = check_right(path, entry, trusted)
        print(json.dumps([good, note]), flush=True)


def run_file(path: Path, entries: list[dict[str, Any]]) -> list[tuple[bool, str]]:
    """The results of one file's entries, from child processes; the worst of both hash seeds."""
    merged: list[tuple[bool, str]] = [(True, "")] * len(entries)
    for seed in SEEDS:
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, str(HERE / "validate.py"), "--child", str(path)],
            input=json.dumps(entries), capture_output=True, text=True, env=environment, timeout=900,
        )  # fmt: skip
        results = [json.loads(line) for line in done.stdout.splitlines()]
        missing = [(False, "child died: " + done.stderr[-300:])] * (len(entries) - len(results))
        pairs = zip(merged, results + missing, strict=True)
        merged = [(bool(new[0]), str(new[1])) if old[0] else old for old, new in pairs]
    return merged


def structure_problems(entries: list[dict[str, Any]]) -> list[str]:
    """Functions without a label, labels without a function, doubles."""
    keys = [(entry["path"], entry["function"]) for entry in entries]
    found = {
        (str(path.relative_to(HERE.parent.parent)), name)
        for path in HERE.glob("*/*.py")
        for name in listed(path)
    }
    problems = [f"listed twice: {key}" for key in set(keys) if keys.count(key) > 1]
    problems += [f"no label: {key}" for key in sorted(found - set(keys))]
    return problems + [f"no such function: {key}" for key in sorted(set(keys) - found)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the labels of the corpus in CPython.")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--only", default="", help="check only the files whose path contains this")
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return 0
    files = sorted(HERE.glob("labels*.json"))
    entries = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))]
    problems = structure_problems(entries)
    for name in sorted({entry["path"] for entry in entries if options.only in entry["path"]}):
        group = [entry for entry in entries if entry["path"] == name]
        for entry, (good, note) in zip(group, run_file(HERE.parent.parent / name, group), strict=True):
            claim = entry["label"] + (f" {entry['what']}" if entry["what"] else "")
            where = f"{name.removeprefix('tests/corpus/'):26} {entry['function']:22}"
            print(f"{'ok ' if good else 'BAD'} {where} {claim:30} {note}", flush=True)
            if not good:
                problems.append(f"{name}: {entry['function']} is labelled {claim}, seen: {note}")
    print(f"{len(entries)} entries, {len(problems)} problems")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
