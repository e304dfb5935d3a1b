"""CPython against formula, without the interpreter: what a real run shows false must not be provable on its inputs.

A function that returns gets an assertion that its result differs from the one it really has. This covers
closed forms that only an assumption describes, which the interpreter cannot compute.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from random import Random

from tests.differential.generator import FunctionModel, ModuleModel, module
from tests.differential.outcomes import image
from tests.differential.proving import Checked, ask, plain
from tests.differential.running import Loaded, TimeUp, limited, load
from tests.differential.typed_terms import literal
from verheal.contracts.core.build import same
from verheal.contracts.core.image import NotAnImage, inject
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Obligation

SCALARS = (int, str, bool, type(None))


def check_directly(seed: int, count: int, runs: int) -> Checked:
    """The functions with comprehensions of one generated module, `runs` inputs each."""
    found = Checked()
    loaded = load(module(seed, count, 2))
    for one in loaded.model.functions:
        if not any(isinstance(node, ast.comprehension) for node in ast.walk(ast.parse(one.source))):
            continue
        found.functions += 1
        for number in range(runs):
            check_run(found, loaded, one, seed * 1_000 + number)
    return found


def check_run(found: Checked, loaded: Loaded, one: FunctionModel, seed: int) -> None:
    """One run: the obligation that it violates."""
    try:
        with limited(1.0):
            result = getattr(loaded.namespace, one.name)(*arguments(loaded, one, seed))
    except (Exception, TimeUp):
        return
    shown = probe("result_", result)
    if shown is None:
        return
    text = f"not ({shown})"
    model = _probed(loaded.model, one, text)
    if model is not None:
        _ask(found, load(model), one, seed, ast.unparse(ast.parse(text)))


def arguments(loaded: Loaded, one: FunctionModel, seed: int) -> list[object]:
    """The arguments of a run, made anew."""
    values = loaded.values(Random(seed))
    return [values.value(kind) for kind in one.params]


def probe(name: str, value: object) -> str | None:
    """An expression that is true of the value called `name`, and of few others."""
    match value:
        case bool() | int() | str() | None:
            return f"{name} == {value!r}" if value is not None else f"{name} is None"
        case tuple():
            parts = [probe(f"{name}[{i}]", item) for i, item in enumerate(value)]
            return " and ".join(part for part in parts if part) if all(parts) and parts else None
        case list() | set() if all(isinstance(item, SCALARS) for item in value):
            return f"{name} == {value!r}" if value else f"len({name}) == 0"
        case dict() if all(isinstance(item, SCALARS) for row in value.items() for item in row):
            rows = [f"list({name}) == {list(value)!r}"] + [f"{name}[{k!r}] == {v!r}" for k, v in value.items()]
            return " and ".join(rows) if value else f"len({name}) == 0"
        case _:
            return None


class _Returns(ast.NodeTransformer):
    def __init__(self, test: str) -> None:
        self.test = test

    def visit_Return(self, node: ast.Return) -> list[ast.stmt]:
        value = node.value or ast.Constant(None)
        kept = ast.Assign([ast.Name("result_", ast.Store())], value)
        claim = ast.Assert(ast.parse(self.test, mode="eval").body)
        return [kept, claim, ast.Return(ast.Name("result_", ast.Load()))]


def _probed(model: ModuleModel, one: FunctionModel, test: str) -> ModuleModel | None:
    tree = _Returns(test).visit(ast.parse(one.source))
    source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    if isinstance(tree.body[0].body[0], ast.Assert):
        return None
    others = [replace(f, source=source) if f.name == one.name else f for f in model.functions]
    return replace(model, functions=others)


def _ask(found: Checked, loaded: Loaded, one: FunctionModel, seed: int, text: str) -> None:
    args = arguments(loaded, one, seed)
    known: dict[int, object] = {}
    copies = [image(arg, known) for arg in args]
    try:
        with limited(1.0):
            getattr(loaded.namespace, one.name)(*args)
        return
    except AssertionError:
        pass
    except (Exception, TimeUp):
        return
    lowered = loaded.lower(one.name)
    if lowered.gave_up:
        return
    function = lowered.function
    claims = [item for item in generate(function).obligations if _is_claim(item, text)]
    try:
        names = [var.name for var in function.params]
        inputs = inject(dict(zip(names, copies, strict=True)), function.inputs, loaded.shapes(function.inputs))
    except NotAnImage:
        return
    if not claims:
        return
    fixed = tuple(same(var, literal(inputs[var.name], var.type)) for var in function.inputs if plain(var.type))
    found.asked += 1
    answers = [ask((*fixed, *item.sequent.assumptions), item.sequent.goal) for item in claims]
    found.satisfiable += "sat" in answers
    if all(answer == "unsat" for answer in answers):
        source = next(f.source for f in loaded.model.functions if f.name == one.name)
        found.wrong.append(f"proved though false: {text}\n{source}\nseed {seed}, arguments {copies}")


def _is_claim(item: Obligation, text: str) -> bool:
    return item.site.kind == "assert" and item.site.text == text
