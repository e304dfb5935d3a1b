"""What is made up as an argument conforms: objects of classes known to type checkers alone, functions, streams."""

from __future__ import annotations

from pathlib import Path

import pytest

from verheal.contracts.source.repository import read_repository
from verheal.prover.run.job import Job, ModuleRef
from verheal.prover.run.runner import Runner
from verheal.prover.run.scopes import Universe
from verheal.prover.run.search import Budget, SearchReport, search
from verheal.prover.run.shapes import function_shape

FILES = {
    "made_pkg/__init__.py": "from .main import Engine\n",
    "made_pkg/names.py": "from typing import MutableMapping, Any\nEnv = MutableMapping[str, Any]\n",
    "made_pkg/main.py": """
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import TypedDict
from .names import Env
class Engine:
    def __init__(self, env: Env, *, turbo: bool = False) -> None:
        self.env = env
class Diesel(Engine):
    def speed(self) -> int:
        return 1
class Options(TypedDict):
    size: int
class Base(ABC):
    @property
    @abstractmethod
    def width(self) -> int: ...
    @abstractmethod
    def area(self, times: int) -> int:
        return times
class Square(Base):
    def __init__(self, side: int) -> None:
        self.side = side
    @property
    def width(self) -> int:
        return self.side
    def area(self, times: int) -> int:
        return self.side * self.side * times
""",
    "made_pkg/use.py": """
from __future__ import annotations
import datetime as dt
import re
import typing as t
from typing import TYPE_CHECKING, Callable
from .main import Base, Options, Square
if TYPE_CHECKING:
    from . import Engine
    from .main import Diesel
    from typing import Union
    NumberOrText: TypeAlias = Union[int, str]
def engine(made: Engine) -> int:
    return len(made.env)
def either(what: NumberOrText) -> str:
    return "some" if what else "none"
def maybe(made: Diesel | None) -> int:
    return made.speed() if made else 0
def call(f: Callable[[int], float], n: int) -> float:
    return f(n)
def read(stream: t.TextIO) -> str:
    return stream.read()
def raw(stream: t.IO[bytes]) -> bytes:
    return stream.read()
def any_stream(stream: t.IO) -> object:
    return stream.read()
def area(shape: Base) -> int:
    return shape.area(1)
def options(given: Options) -> int:
    return given["size"]
def later(when: dt.datetime, by: dt.timedelta) -> bool:
    return by == by and when == when
def pattern(what: t.Pattern[str]) -> str:
    return what.pattern
def kind(what: t.Type[Square]) -> str:
    return what.__name__
""",
}


@pytest.fixture
def look(tmp_path: Path, runner: Runner):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    repository = read_repository([tmp_path], root=tmp_path)
    universe = Universe(repository)

    def at(module: str, function: str) -> SearchReport:
        source = repository.module(f"made_pkg.{module}")
        assert source is not None
        shape = function_shape(source, source.function(function))
        ref = ModuleRef(str(tmp_path), source.name, str(tmp_path / source.path))
        return search(runner, ref, shape, universe.scope(source), Job("", function), Budget(calls=60))

    return at


@pytest.mark.parametrize("function", [
    "engine", "either", "maybe", "call", "read", "raw", "any_stream", "area", "options", "later", "pattern", "kind",
])  # fmt: skip
def test_values_of_what_is_annotated(function: str, look) -> None:
    report = look("use", function)
    assert report.stopped in ("budget", "exhausted"), report
    assert report.satisfied and report.returned == report.satisfied, report


@pytest.mark.parametrize("method", ["Base.width", "Base.area", "Square.area"])
def test_methods_of_abstract_classes_run_on_objects_of_subclasses(method: str, look) -> None:
    report = look("main", method)
    assert report.returned >= 5, report
