"""What `verheal check` says of a generated module, held against many runs of it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from tests.differential.running import Loaded, load
from tests.whole.contracted import RESULT, Contracted, Run, Subject, broken, contracted, holds, methods, run

ROOT = Path(__file__).parents[2]
PROVED = frozenset({"proved", "corroborated", "certified"})
NEVER = (RecursionError, MemoryError)


@dataclass
class Judged:
    """Counts of what was said, and what was false of it."""

    functions: int = 0
    runs: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    obligations: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)

    @staticmethod
    def from_json(text: str) -> Judged:
        """What a child printed."""
        data = json.loads(text)
        return Judged(**{**data, **{name: Counter(data[name]) for name in ("verdicts", "obligations")}})

    def add(self, other: Judged) -> None:
        """Count another part in."""
        for name, value in other.__dict__.items():
            setattr(self, name, getattr(self, name) + value)


def judge(seed: int, count: int, runs: int, budget: float = 1.0) -> Judged:
    """One generated module of `count` functions, each run `runs` times, and its renamed twin."""
    made = contracted(seed, count)
    loaded, found = load(made.model), Judged()
    text = made.model.source
    report = said(text, budget)
    found.false += [f"ERROR {entry['message']}\n{text}" for entry in report["errors"]]
    broken = [o for o in report["obligations"] if (o["reason"] or "").startswith("error")]
    found.false += [f"ERROR in {o['id']}: {o['reason']}\n{text}" for o in broken]
    lines = {node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Raise) and node.exc}
    for subject in (*made.subjects, *methods(made.model)):
        _subject(found, loaded, subject, made.invariants, report, lines, Random(seed + 1), runs)
    if seed % 3 == 0:
        _compare(found, made, report, said(disguised(text), budget))
    return found


def said(text: str, budget: float) -> dict[str, Any]:
    """The report of a check, as an object of schema verheal.check/1."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "m.py").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "verheal", "check", "m.py", "--format", "json", "--no-cache", "--jobs", "1"]
        command += ["--budget", str(budget), "-o", "said.json"]
        env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": folder}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=900, check=False)
        file = Path(folder, "said.json")
        if done.returncode not in (0, 1, 3) or not file.exists():
            raise RuntimeError(f"check ended with {done.returncode}\n{done.stderr[-2000:]}\n{text}")
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report


def disguised(text: str) -> str:
    """The same program: other names for locals, and a statement that does nothing at the head of each function."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id.startswith("v") and node.id[1:].isdigit():
            node.id = f"local_{node.id}"
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
            at = 1 if ast.get_docstring(node) is not None else 0
            node.body[at:at] = ast.parse("unused = [1, 2]\nif len(unused) > 2:\n    unused.append(3)").body
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _compare(found: Judged, made: Contracted, one: dict[str, Any], other: dict[str, Any]) -> None:
    verdicts = {f["function"]: f["verdict"] for f in other["functions"]}
    for entry in one["functions"]:
        pair = {entry["verdict"], verdicts.get(entry["function"], "")}
        if "refuted" in pair and pair & PROVED:
            found.false.append(f"FLIPS under renaming: {entry['function']}\n{made.model.source}")


def _subject(
    found: Judged,
    loaded: Loaded,
    subject: Subject,
    invariants: Mapping[str, str],
    report: dict[str, Any],
    raises: set[int],
    random: Random,
    runs: int,
) -> None:
    mine = [o for o in report["obligations"] if o["function"] == subject.qualname]
    verdict = next((f["verdict"] for f in report["functions"] if f["function"] == subject.qualname), "not listed")
    found.functions += 1
    found.verdicts[verdict] += 1
    found.obligations.update(f"{o['kind'].partition(':')[0]} {o['verdict']}" for o in mine)
    if not any(o["verdict"] in PROVED for o in mine):
        return
    values = loaded.values(random)
    for _ in range(runs):
        ran = run(loaded, subject, values, invariants)
        if ran is None:
            continue
        found.runs += 1
        wrong = list(_broken(loaded, subject, mine, verdict, ran, raises))
        if verdict in PROVED and "." in subject.qualname:
            wrong += [f"inv {text}" for text in broken(loaded, [ran.scope["self"]], invariants)]
        if wrong:
            shown = f"{ran.before.roots} -> {ran.scope.get(RESULT, ran.raised)!r}"
            found.false.append(f"PROVED, BUT {wrong[0]}: {subject.qualname} of {shown}\n{loaded.model.source}")
            return


def _broken(
    loaded: Loaded, subject: Subject, mine: list[dict[str, Any]], verdict: str, ran: Run, raises: set[int]
) -> Iterator[str]:
    """Which proved obligations the run breaks."""
    proved = [o for o in mine if o["verdict"] in PROVED]
    kinds = {o["kind"] for o in proved} - {o["kind"] for o in mine if o not in proved}
    if "frame" in kinds and subject.keeps and ran.before != ran.after:
        yield "arguments change"
    if ran.raised is None:
        for text in subject.posts:
            is_proved = any(o["kind"] == "post" and _same(o["text"], text) for o in proved) or verdict in PROVED
            if is_proved and holds(loaded.namespace, text, ran.scope) is False:
                yield f"post {text}"
        return
    if isinstance(ran.raised, NEVER):
        return
    assert ran.raised.__traceback__ is not None
    name, line = _innermost(ran.raised.__traceback__)
    own = name == subject.qualname.rpartition(".")[2]
    if ("raises" in kinds or verdict in PROVED) and not (own and line in raises):
        yield f"raises {ran.raised!r} in line {line}"
    kind = "assert" if isinstance(ran.raised, AssertionError) else f"safety:{type(ran.raised).__name__}"
    here = [o for o in mine if o["kind"] == kind and o["line"] == line]
    if own and line not in raises and here and all(o["verdict"] in PROVED for o in here):
        yield f"{kind} in line {line}"


def _same(left: str, right: str) -> bool:
    return ast.dump(ast.parse(left.strip(), mode="eval")) == ast.dump(ast.parse(right.strip(), mode="eval"))


def _innermost(trace: TracebackType) -> tuple[str, int]:
    """Function and line of the innermost frame of the generated module."""
    found = ("", 0)
    at: TracebackType | None = trace
    while at is not None:
        if at.tb_frame.f_code.co_filename == "m.py":
            found = (at.tb_frame.f_code.co_name, at.tb_lineno)
        at = at.tb_next
    return found
