"""Checks labels.json against what the code does: witnesses of different pairs, random inputs for equivalent ones.

    python tests/pairs/validate.py [--runs N] [--jobs N] [PAIR ...]

Each pair runs in a child process with a time limit. The exit status is 1 if a label is contradicted.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import inspect
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import types
import typing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from making import Maker, parameters
from running import OutOfTime, load, resolve, run

HERE = Path(__file__).resolve().parent
SECONDS_PER_PAIR = 300


def renamed(expression: ast.Call, function: str, after: str) -> None:
    last = after.rsplit(".", 1)[-1]
    if isinstance(expression.func, ast.Attribute):
        expression.func.attr = last
    else:
        assert isinstance(expression.func, ast.Name)
        expression.func.id = after


def witnessed(module: types.ModuleType, common: set[str], text: str, function: str, after: str | None) -> object:
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call), "a witness is a call"
    named = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    assert named == function.rsplit(".", 1)[-1] or function == f"{named}.__init__", f"{text} does not call {function}"
    if after:
        renamed(call, function, after)
    names = vars(module)

    def value(node: ast.expr) -> typing.Any:
        return eval(compile(ast.Expression(node), "<witness>", "eval"), names)

    before = set(names)
    args = []
    if isinstance(call.func, ast.Attribute):
        receiver = value(call.func.value)
        bound = getattr(receiver, call.func.attr)
        args = [receiver]

        def target(_: object, *rest: object, **named: object) -> object:
            return bound(*rest, **named)
    else:
        target = value(call.func)
    for node in call.args:
        args.append(value(node))
    kwargs = {keyword.arg: value(keyword.value) for keyword in call.keywords if keyword.arg}
    for name in set(names) - before:
        if name != "__builtins__":
            del names[name]
    return run(module, common, target, args, kwargs)


def constants_of(*paths: Path) -> list:
    found = [node.value for path in paths for node in ast.walk(ast.parse(path.read_text()))
             if isinstance(node, ast.Constant) and type(node.value) in (int, float, str)]
    return [c for c in found if not (isinstance(c, str) and len(c) > 12)]


def random_difference(pair: dict, runs: int) -> tuple[str | None, dict[str, int]]:
    """The first random input on which the versions of a pair differ, and how often calls returned, raised, ..."""
    folder = HERE / pair["pair"]
    constants = constants_of(folder / "before.py", folder / "after.py")
    tally = {"returns": 0, "raises": 0, "skipped": 0}
    names = [pair["function"], pair.get("after_function") or pair["function"]]
    for number in range(runs):
        chance = random.Random(f"{pair['pair']} {number}")
        outcomes: list[typing.Any] = []
        try:
            first = load(folder / "before.py")
            second = load(folder / "after.py")
            common = vars(first).keys() & vars(second).keys()
            # Kinds are read off the version that is laid out first; objects are built in each version's own module.
            function, owner = resolve(first, names[0])
            sys.modules["pair"] = first
            maker = Maker(chance, first, constants, second)
            static = owner is not None and isinstance(inspect.getattr_static(owner, names[0].split(".")[-1]),
                                                      (staticmethod, classmethod))
            method = isinstance(owner, type) and not static
            hints = parameters(function, first, skip=1 if method else 0)
            given = {n: maker.recipe(h) for n, (h, optional) in hints.items() if not optional or chance.random() < 0.75}
            whole = list(given) == list(hints)[: len(given)]
            kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
            ordinary = kinds <= {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
            receiver = maker.recipe(owner) if method else None
            for module, name in zip((first, second), names, strict=True):
                sys.modules["pair"] = module
                memo: dict[int, object] = {}
                target, _ = resolve(module, name)
                with contextlib.redirect_stdout(io.StringIO()):
                    args = [receiver.build(module, memo)] if receiver else []
                    values = {n: r.build(module, memo) for n, r in given.items()}
                if whole and ordinary:
                    args, values = args + list(values.values()), {}
                outcomes.append(run(module, common, target, args, values))
        except OutOfTime:
            tally["skipped"] += 1
            continue
        except (ValueError, TypeError, KeyError, ZeroDivisionError, IndexError) as error:
            if len(outcomes) or "generator" in str(error) or "keyword" in str(error):
                raise
            tally["skipped"] += 1  # a constructor refused the arguments
            continue
        tally[outcomes[0][0][1][0][1][0][1]] += 1
        if outcomes[0] != outcomes[1]:
            return f"run {number}: {outcomes[0]} against {outcomes[1]}", tally
    return None, tally


def check(pair: dict, runs: int) -> tuple[bool, str]:
    folder = HERE / pair["pair"]
    if pair["label"] == "different":
        outcomes = []
        first, second = load(folder / "before.py"), load(folder / "after.py")
        common = vars(first).keys() & vars(second).keys()
        for module, after in ((first, None), (second, pair.get("after_function"))):
            sys.modules["pair"] = module
            outcomes.append(witnessed(module, common, pair["witness"], pair["function"], after))
        if outcomes[0] == outcomes[1]:
            return False, f"same outcome on {pair['witness']}: {outcomes[0]}"
        if runs < 0:
            return True, f"{outcomes[0]} against {outcomes[1]}"
        return True, "witness differs"
    assert "witness" not in pair
    found, tally = random_difference(pair, runs)
    if found:
        return False, found
    return True, " ".join(f"{name} {count}" for name, count in tally.items())


def out_of_time(*_: object) -> None:
    raise OutOfTime


def child(name: str, runs: int) -> int:
    signal.signal(signal.SIGALRM, out_of_time)
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    [pair] = [pair for pair in json.loads((HERE / "labels.json").read_text()) if pair["pair"] == name]
    good, words = check(pair, runs)
    print(words if len(words) < 3000 else words[:3000] + " ...")
    return 0 if good else 1


def in_child(name: str, runs: int) -> tuple[str, int, str]:
    command = [sys.executable, str(Path(__file__).resolve()), "--child", name, f"--runs={runs}"]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=SECONDS_PER_PAIR)
    except subprocess.TimeoutExpired:
        return name, 1, "out of time"
    return name, done.returncode, (done.stdout + done.stderr[-1500:]).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="*", help="names of pairs or themes; all without")
    parser.add_argument("--runs", type=int, default=3000, help="random inputs for each equivalent pair")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(options.child, options.runs)
    pairs = json.loads((HERE / "labels.json").read_text())
    names = [pair["pair"] for pair in pairs]
    bad = 0
    if len(set(names)) != len(names):
        print("a pair is listed twice")
        bad += 1
    unlisted = {str(p.parent.relative_to(HERE)) for p in HERE.glob("*/*/before.py")} ^ set(names)
    if unlisted:
        print("listed without files, or files without being listed:", *sorted(unlisted))
        bad += 1
    if options.pairs:
        names = [n for n in names if n in options.pairs or n.split("/")[0] in options.pairs]
    with ThreadPoolExecutor(options.jobs) as pool:
        for name, status, words in pool.map(lambda n: in_child(n, options.runs), names):
            if status or options.verbose:
                print(f"{'CONTRADICTED' if status else 'ok'} {name}: {words}")
            bad += status != 0
    print(f"{len(names)} pairs, {bad} contradicted")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
