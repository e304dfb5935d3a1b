"""Generated modules whose functions carry contracts: random conditions that a few runs did not contradict.

A condition that holds in a few runs is either true, or false on corner inputs only: what a verifier must tell apart.
After Ernst et al., "Dynamically discovering likely program invariants" (Daikon), TSE 2001, turned against the prover.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from types import ModuleType

from tests.differential.expressions import expression, literal
from tests.differential.generator import FunctionModel, ModuleModel, module
from tests.differential.kinds import BOOL, INT, STR, Kind, Values, list_of
from tests.differential.outcomes import Ended, ended
from tests.differential.running import Loaded, TimeUp, limited, load
from tests.differential.scope import Scope
from tests.differential.statements import indented

RUNS, TRIES, MOST = 10, 24, 3
RESULT = "__return__"


@dataclass(frozen=True)
class Subject:
    """A function or method under contract; `params` has the receiver first."""

    qualname: str
    params: tuple[Kind, ...]
    names: tuple[str, ...]
    pre: str = ""
    posts: tuple[str, ...] = ()
    keeps: bool = False

    def docstring(self) -> list[str]:
        """The contract in the notation of PEP 316."""
        lines = [f"    pre: {self.pre}"] if self.pre else []
        posts = list(self.posts) or (["True"] if self.keeps else [])
        lines += [f"    post{'[]' if self.keeps else ''}: {text}" for text in posts]
        return ['    """', *lines, '    """'] if lines else []


@dataclass
class Contracted:
    """A module with contracts: its text, what it promises, and the generator's model of it."""

    model: ModuleModel
    subjects: list[Subject] = field(default_factory=list)
    invariants: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """How one call ended: the names its conditions read, and the arguments before and after."""

    scope: dict[str, object]
    raised: BaseException | None
    before: Ended
    after: Ended


def contracted(seed: int, count: int) -> Contracted:
    """A module of `count` functions, and a recursive one, with contracts on most of them."""
    random = Random(seed)
    model = module(seed, count, 3)
    model.functions.append(_recursive(random, model))
    invariants = _invariants(random, model)
    loaded = load(model)
    found = Contracted(model, invariants=invariants)
    for number, one in enumerate(model.functions):
        subject = _promise(loaded, one, random, invariants)
        found.subjects.append(subject)
        head, _, rest = one.source.partition("\n")
        source = "\n".join([head, *subject.docstring(), rest])
        model.functions[number] = replace(one, source=source)
    return found


def methods(model: ModuleModel) -> Iterator[Subject]:
    """The methods of the module's classes, which promise nothing but their types and to raise nothing."""
    for one in model.classes.values():
        for method in one.methods:
            params = (Kind(one.name), *method.params)
            yield Subject(f"{one.name}.{method.name}", params, ("self", *(f"p{i}" for i in range(len(method.params)))))


def run(loaded: Loaded, subject: Subject, values: Values, invariants: Mapping[str, str]) -> Run | None:
    """One call with new arguments; None when a precondition or invariant rejects them or it takes too long."""
    values.pool.clear()
    args = [values.value(kind) for kind in subject.params]
    if broken(loaded, [one for known in values.pool.values() for one in known], invariants):
        return None
    scope = dict(zip(subject.names, args, strict=True))
    if subject.pre and holds(loaded.namespace, subject.pre, scope) is not True:
        return None
    before = ended("", args)
    raised: BaseException | None = None
    try:
        with limited(0.3):
            try:
                scope[RESULT] = _callable(loaded.namespace, subject.qualname)(*args)
            except Exception as error:
                raised = error
    except TimeUp:
        return None
    return Run(scope, raised, before, ended("", args))


def broken(loaded: Loaded, values: Iterable[object], invariants: Mapping[str, str]) -> list[str]:
    """The invariants that an object among the values does not satisfy."""
    return [
        text
        for one in values
        if type(one).__module__ == "m"
        for cls in type(one).__mro__
        if (text := invariants.get(cls.__name__)) and holds(loaded.namespace, text, {"self": one}) is False
    ]


def _invariants(random: Random, model: ModuleModel) -> dict[str, str]:
    """By class; written into the module's head."""
    found = {}
    for one in model.classes.values():
        name, kind = random.choice(one.fields)
        tests = {"int": ("self.{} >= 0", "self.{} != 2", "self.{} < 5"), "list": ("len(self.{}) < 3", "self.{} == []")}
        if kind.name in tests and random.random() < 0.4:
            text = found[one.name] = random.choice(tests[kind.name]).format(name)
            head = f"class {one.name}({one.base}):\n" if one.base else f"class {one.name}:\n"
            model.head = model.head.replace(head, f'{head}    """\n    inv: {text}\n    """\n')
    return found


def holds(namespace: ModuleType, text: str, scope: dict[str, object]) -> bool | None:
    """Is the condition true? What raises is not; None when time or memory do not suffice."""
    try:
        with limited(0.3):
            return bool(eval(text, {**vars(namespace), **scope}))
    except (TimeUp, MemoryError, RecursionError):
        return None
    except Exception:
        return False


def _callable(namespace: ModuleType, qualname: str) -> object:
    found: object = namespace
    for name in qualname.split("."):
        found = getattr(found, name)
    return found


def _promise(loaded: Loaded, one: FunctionModel, random: Random, invariants: Mapping[str, str]) -> Subject:
    scope = Scope(random, {name: replace(cls, methods=(), properties=()) for name, cls in loaded.model.classes.items()})
    scope.walrus = False
    names = tuple(f"p{i}" for i in range(len(one.params)))
    scope.vars = dict(zip(names, one.params, strict=True))
    subject = Subject(one.name, one.params, names)
    values = loaded.values(random)
    if random.random() < 0.35:
        tried = replace(subject, pre=expression(scope, BOOL, 1))
        if sum(run(loaded, tried, values, invariants) is not None for _ in range(RUNS)) > 2:
            subject = tried
    runs = [one for one in (run(loaded, subject, values, invariants) for _ in range(RUNS)) if one is not None]
    returned = [one for one in runs if one.raised is None]
    scope.vars[RESULT] = one.result
    posts: list[str] = []
    for _ in range(TRIES if len(returned) > 2 else 0):
        text = expression(scope, BOOL, random.choice((1, 1, 2)))
        if len(posts) < MOST and all(holds(loaded.namespace, text, one.scope) for one in returned):
            posts.append(text)
    keeps = len(runs) > 2 and all(one.before == one.after for one in runs) and random.random() < 0.5
    return replace(subject, posts=tuple(dict.fromkeys(posts)), keeps=keeps)


def _recursive(random: Random, model: ModuleModel) -> FunctionModel:
    """Counts one parameter down, or takes a list apart."""
    by_number = random.random() < 0.6
    params = (INT if by_number else list_of(INT), random.choice((INT, STR, list_of(INT))))
    result = random.choice((INT, INT, STR, list_of(INT)))
    scope = Scope(random, model.classes)
    scope.vars = {"p0": params[0], "p1": params[1]}
    base, less = ("p0 <= 0", "p0 - 1") if by_number else ("not p0", "p0[1:]")
    lines = [f"if {base}:", f"    return {expression(scope, result, 1)}"]
    scope.vars["below"] = result
    lines.append(f"below = r({less}, {random.choice(('p1', expression(scope, params[1], 1).replace('below', 'p1')))})")
    if result in (INT, list_of(INT)) and random.random() < 0.5:
        lines.append(f"below = below + {literal(scope, result)}")
    lines.append(f"return {expression(scope, result, 1)}")
    source = "\n".join([f"def r(p0: {params[0]}, p1: {params[1]}) -> {result}:", *indented(lines)]) + "\n"
    return FunctionModel("r", params, result, source)


__all__ = ["Contracted", "Run", "Subject", "broken", "contracted", "holds", "methods", "run"]
