"""One generated function run twice: by CPython, and lowered by the core's interpreter."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from types import ModuleType

from tests.differential.generator import FunctionModel, ModuleModel
from tests.differential.kinds import Values
from tests.differential.outcomes import Ended, Incomparable, alike, ended, image
from verheal.contracts.core.expr import Var
from verheal.contracts.core.heap import attribute
from verheal.contracts.core.image import ClassShape, Extraction, Field, NotAnImage, inject
from verheal.contracts.core.interpreter import Outcome, OutOfFuel, Raised, Rejected, Returned, Stopped, run
from verheal.contracts.core.types import NEVER, MapT
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.function import Lowered, lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Module, Repository
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan_text

FUEL = 30_000
SECONDS = 1.0


class TimeUp(BaseException):
    """The run took too long."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Ends what runs longer, by CPU time. Main thread only."""

    def stop(*_: object) -> None:
        raise TimeUp

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@dataclass
class Loaded:
    """A generated module, executed by CPython and read by the metamodel."""

    model: ModuleModel
    program: Program
    namespace: ModuleType
    lowered: dict[str, Lowered] = field(default_factory=dict)

    def lower(self, name: str) -> Lowered:
        """The function as a core program, remembered."""
        if name not in self.lowered:
            self.lowered[name] = lower_function(self.program, "m", name)
        return self.lowered[name]

    def shapes(self, inputs: tuple[Var, ...] = ()) -> tuple[ClassShape, ...]:
        """The classes as the image of values needs them: what may lie in a field is as the `inputs` have it."""
        reader, found = Reader(self.program, "m"), []
        held = {var.name: var.type.value for var in inputs if isinstance(var.type, MapT)}
        for key in sorted(self.program.classes):
            info = self.program.describe(key)
            fields = tuple(
                Field(owner, name, held.get(attribute(owner, name, NEVER).name, reader.type_of(note, deep=True)))
                for name, owner, note in info.fields
            )
            found.append(ClassShape(key, info.number, fields, info.chain[1:]))
        return tuple(found)

    def values(self, random: Random) -> Values:
        """A source of arguments."""
        fields = {name: one.fields for name, one in self.model.classes.items()}

        def make(name: str, given: dict[str, object]) -> object:
            below = [one for one in self.model.classes.values() if one.base == name]
            if below and random.random() < 0.4:
                name = random.choice(below).name
                given |= {n: values.value(k, 2) for n, k in fields[name] if n not in given}
            made = object.__new__(getattr(self.namespace, name))
            for field_name, _ in fields[name]:
                setattr(made, field_name, given[field_name])
            return made

        values = Values(random, fields, make)
        return values


def load(model: ModuleModel) -> Loaded:
    """Execute and read a module. The text is our own."""
    text = model.source
    module = ModuleType("m")
    sys.modules["m"] = module
    exec(compile(text, "m.py", "exec"), module.__dict__)
    return Loaded(model, Program(repository(text)), module)


def repository(text: str) -> Repository:
    """The metamodel of one module called m."""
    module = scan_text(text, "m.py", "m")
    assert isinstance(module, Module), module
    return assemble([module])


def by_cpython(function: Callable[..., object], args: list[object]) -> Ended | None:
    """The outcome, or None when it runs too long or too deep."""
    try:
        with limited(SECONDS):
            try:
                result = function(*args)
            except Exception as error:
                if isinstance(error, (RecursionError, MemoryError)):
                    return None
                name = type(error).__qualname__
                return ended(f"m:{name}" if type(error).__module__ == "m" else name, args)
            return ended("", [result, *args])
    except TimeUp:
        return None


@dataclass(frozen=True)
class Skipped:
    """Not compared, and why."""

    reason: str


def by_interpreter(loaded: Loaded, lowered: Lowered, args: list[object]) -> Ended | Skipped | Rejected:
    """The outcome of the lowered function on images of the arguments."""
    function, shapes = lowered.function, loaded.shapes(lowered.function.inputs)
    names = [var.name for var in function.params]
    try:
        inputs = inject(dict(zip(names, args, strict=True)), function.inputs, shapes)
    except NotAnImage as error:
        return Skipped(f"no image: {error}")
    outcome: Outcome = run(function, inputs, FUEL)
    match outcome:
        case Stopped(reason):
            return Skipped(reason)
        case OutOfFuel():
            return Skipped("out of fuel")
        case Rejected():
            return outcome
        case Returned() | Raised():
            pass
    try:
        read = Extraction({**inputs, **outcome.state}, shapes)
        roots = [read.value(inputs[var.name], var.type) for var in function.params]
        if isinstance(outcome, Raised):
            return ended(outcome.exception, roots)
        return ended("", [read.value(outcome.value, function.result.type), *roots])
    except (NotAnImage, NotExecutable) as error:
        return Skipped(f"no value: {error}")
    except Incomparable as error:
        return Skipped(f"not comparable: {error}")


@dataclass(frozen=True)
class Mismatch:
    """The two outcomes differ."""

    function: str
    args: str
    cpython: str
    interpreter: str


def compare(loaded: Loaded, one: FunctionModel, args: list[object]) -> Ended | Skipped | Mismatch:
    """Run both ways; the common outcome, why it was not compared, or the difference."""
    lowered = loaded.lower(one.name)
    if lowered.gave_up:
        return Skipped(f"gave up: {lowered.gave_up}")
    known: dict[int, object] = {}
    copies = [image(arg, known) for arg in args]
    shown = show(args)
    real = by_cpython(getattr(loaded.namespace, one.name), args)
    if real is None:
        return Skipped("CPython took too long")
    core = by_interpreter(loaded, lowered, copies)
    if isinstance(core, Skipped):
        return core
    if isinstance(core, Rejected):
        return Skipped("rejected") if real.raised else Mismatch(one.name, shown, str(real), str(core))
    if core.raised == real.raised and alike(core.roots, real.roots):
        return real
    return Mismatch(one.name, shown, str(real), str(core))


def show(args: list[object]) -> str:
    """The arguments as text, with their sharing."""
    return str(ended("", args).roots)
