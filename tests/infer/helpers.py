"""A text to what is inferred of its functions."""

from __future__ import annotations

import textwrap
from pathlib import Path

from verheal.app.infer import infer
from verheal.app.options import CheckOptions
from verheal.report.infer_model import InferredResult, InferResult

BUDGET = 8.0


def inferred(folder: Path, text: str, *names: str, budget: float = BUDGET) -> InferResult:
    """What `infer` finds in a file of this text."""
    path = folder / "code.py"
    path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    options = CheckOptions(root=folder, functions=names, budget=budget, jobs=2, cache=False)
    return infer((str(path),), options)


def by_name(result: InferResult) -> dict[str, InferredResult]:
    return {function.function: function for function in result.functions}


def texts(function: InferredResult, kind: str = "post") -> list[str]:
    return [condition.text for condition in function.conditions if condition.kind == kind]
