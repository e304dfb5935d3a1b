"""A batch of generated functions in a child of its own: `python -m tests.differential.batch functions SEED COUNT INPUTS
SIZE`, or `... formulas SEED COUNT RUNS INFER`.

Prints one JSON object: counts, reasons for what was not compared, mismatches.
"""

from __future__ import annotations

import ast
import json
import re
import resource
import sys
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from tests.differential.generator import FunctionModel, ModuleModel, module
from tests.differential.outcomes import Ended
from tests.differential.running import Loaded, Mismatch, Skipped, compare, load
from tests.differential.shrink import shrink

if TYPE_CHECKING:
    from tests.differential.proving import Checked

PER_MODULE = 40
MEMORY = 1 << 30


@dataclass
class Report:
    """What a batch found."""

    functions: int = 0
    compared: int = 0
    runs: int = 0
    agreed: int = 0
    contents: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    mismatches: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> str:
        """The report as one line."""
        return json.dumps(self.__dict__)

    @staticmethod
    def from_json(text: str) -> Report:
        """The report that a child printed."""
        data = json.loads(text)
        for name in ("contents", "outcomes", "skipped"):
            data[name] = Counter(data[name])
        return Report(**data)

    def add(self, other: Report) -> None:
        """Count another batch in."""
        for name, value in other.__dict__.items():
            setattr(self, name, getattr(self, name) + value)


def run_batch(seed: int, count: int, inputs: int, size: int = 3) -> Report:
    """Compare `count` functions on `inputs` argument lists each."""
    report = Report()
    for start in range(0, count, PER_MODULE):
        one_seed = seed * 1_000_003 + start
        model = module(one_seed, min(PER_MODULE, count - start), size)
        loaded = load(model)
        for one in model.functions:
            _function(report, loaded, one, Random(one_seed + 1), inputs)
    return report


def _function(report: Report, loaded: Loaded, one: FunctionModel, random: Random, inputs: int) -> None:
    report.functions += 1
    report.contents.update(contents(one.source))
    values, compared = loaded.values(random), 0
    for _ in range(inputs):
        values.pool.clear()
        report.runs += 1
        before = random.getstate()
        try:
            found = compare(loaded, one, [values.value(kind) for kind in one.params])
        except MemoryError:
            found = Skipped("out of memory")
        except Exception as error:
            found = crashed(one, error)
        match found:
            case Skipped(reason):
                report.skipped[re.sub(r"\d+", "N", reason.partition(", line")[0])] += 1
                report.outcomes["not compared"] += 1
            case Ended(raised):
                compared += 1
                report.agreed += 1
                report.outcomes[raised or "returned"] += 1
            case Mismatch():
                compared += 1
                report.mismatches.append(_smaller(loaded, one, before, found))
                break
    report.compared += bool(compared)


def crashed(one: FunctionModel, error: Exception) -> Mismatch:
    """An exception of ours."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
    return Mismatch(one.name, "", "", f"crash: {type(error).__name__}: {error} at {where}")


def _smaller(loaded: Loaded, one: FunctionModel, state: object, found: Mismatch) -> dict[str, str]:
    """The mismatch as plain data, with the smallest source found that still shows one of its kind."""
    last: list[Mismatch] = [found]

    def fails(source: str) -> bool:
        others = [replace(one, source=source) if f.name == one.name else f for f in loaded.model.functions]
        try:
            again = load(replace(loaded.model, functions=others))
            random = Random()
            random.setstate(state)  # type: ignore[arg-type]
            values = again.values(random)
            result = compare(again, one, [values.value(kind) for kind in one.params])
        except Exception as error:
            result = crashed(one, error)
        if isinstance(result, Mismatch) and result.interpreter[:12] == found.interpreter[:12]:
            last[0] = result
            return True
        return False

    source = shrink(one.source, fails)
    return {**last[0].__dict__, "source": source, "head": loaded.model.head}


HEAP = (ast.Attribute, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp)


def contents(source: str) -> set[str]:
    """Which constructs a function has, each counted once."""
    nodes = list(ast.walk(ast.parse(source)))
    found = {type(n).__name__ for n in nodes if isinstance(n, ast.stmt | ast.NamedExpr | ast.IfExp | ast.BoolOp)}
    found |= {"comprehension" for n in nodes if isinstance(n, ast.comprehension)}
    found |= {"heap operation" for n in nodes if isinstance(n, HEAP)}
    found |= {"loop" for n in nodes if isinstance(n, ast.For | ast.While)}
    found |= {"call of a generated function" for n in nodes if isinstance(n, ast.Call) and re.match(r"g\d", _name(n))}
    return found


def _name(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def against_formulas(seed: int, count: int, runs: int, infer: int) -> Checked:
    """A module's runs against its formulas: by the interpreter, and directly."""
    from tests.differential.direct import check_directly
    from tests.differential.proving import check_module

    found = check_module(seed, count, runs, bool(infer))
    found.add(check_directly(seed, count // 2, 3))
    return found


def main() -> None:
    """Run one batch within limits."""
    what, numbers = sys.argv[1], [int(word) for word in sys.argv[2:]]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    if what == "functions":
        print(run_batch(*numbers).as_json())
    else:
        print(json.dumps(against_formulas(*numbers).__dict__))


__all__ = ["ModuleModel", "Report", "run_batch"]

if __name__ == "__main__":
    main()
