"""Which inputs count: everything in the call conforms for certain, is made as code may make it, and keeps contracts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from verheal.prover.run.job import ClassContract, Condition, Job, ModuleRef
from verheal.prover.run.runner import Runner

MODULE = '''
from __future__ import annotations
import collections.abc, enum, io, sys, typing
from abc import ABC, abstractmethod
from dataclasses import InitVar, dataclass, field
from typing import *
if TYPE_CHECKING:
    from somewhere import Absent

T = TypeVar("T")
B = TypeVar("B", bound="Base")
UserId = NewType("UserId", int)
Pair = Tuple[int, int]

class Base:
    pass

class Derived(Base):
    def __init__(self, n: int) -> None:
        self.n: int = n
        self.seen = n

class Speaks(Protocol):
    def speak(self) -> str: ...

class Weighed(Protocol):
    weight: int

class Spoken(Protocol):
    def speak(self, times: int) -> str: ...

@dataclass
class Parcel:
    weight: int

@dataclass(frozen=True)
class Stone:
    weight: int

@dataclass
class Feather:
    weight: float

class Dog:
    def speak(self, times: int) -> str:
        return "w" * times

class Fish:
    def speak(self) -> str:
        return ""

@runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...

class Movie(TypedDict):
    name: str

class Shape(ABC):
    @abstractmethod
    def area(self) -> int: ...

class Unit(Shape):
    def area(self) -> int:
        return 1

@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

@dataclass
class Box(Generic[T]):
    item: T

@dataclass
class Seeded:
    seed: InitVar[int]
    made: int = field(init=False, default=0)

class Span:
    def __init__(self, ends: Tuple[int, int], label: str | Absent = "") -> None:
        self.ends = ends

class Words(List[str]):
    pass

class Sheet:
    def __init__(self, width: int) -> None:
        self.width: int = width
        self._hidden: int = 0
    def grow(self, by: int) -> None:
        self.width += by

    def takes_self(self) -> int:
        return 1
    @classmethod
    def takes_class(cls) -> int:
        return 1

class Color(enum.Enum):
    RED = 1

def takes_cast(x: Base) -> int: return cast("Derived", x).n
class Field:
    def __set_name__(self, owner: type, name: str) -> None: self.name = name
def takes_field(x: Field) -> str: return x.name
def takes_private(n: int, _depth: int = 0) -> int: return n
def takes_no_self(self) -> int: return 1
def takes_base(x: Base) -> int: return 1
def takes_span(x: Span) -> int: return 1
def takes_point(x: Point) -> int: return 1
def takes_box(x: Box[int]) -> int: return 1
def takes_words(x: Words) -> int: return 1
def takes_seeded(x: Seeded) -> int: return 1
def takes_sheet(x: Sheet) -> int: return 1
def takes_sheets(x: List[Sheet]) -> int: return 1
def takes_call(x: Callable[[int], int]) -> int: return 1
def takes_iter(x: Iterator[int]) -> int: return sum(x)
def takes_weighed(x: Weighed) -> int: return 1
def takes_spoken(x: Spoken) -> int: return 1
def takes_proto(x: Speaks) -> int: return 1
def takes_absent(x: Absent) -> int: return 1
def takes_color(x: Color) -> int: return 1
def takes_floats(x: List[float]) -> int: return 1

def text() -> typing.TextIO: return io.StringIO()
def binary() -> typing.BinaryIO: return io.BytesIO()
def generic_io() -> IO[str]: return io.StringIO()
def proto() -> Speaks: return Unit()
def checked_proto() -> Sized2: return Unit()
def function() -> Callable[[int], int]: return 3
def function_of() -> Callable[[int], int]: return len
def iterator() -> Iterator[int]: return [1]
def iterable() -> Iterable[int]: return Unit()
def variable(x: T) -> T: return "other"
def bounded(x: B) -> B: return 3
def new_type() -> UserId: return "x"
def typed_dict() -> Movie: return {"title": 1}
def absent() -> Absent: return 1
def absent_text() -> "List[Absent]": return [1]
def mapping() -> collections.abc.Mapping[str, int]: return Unit()
def alias() -> Pair: return (1,)
def not_mine() -> bool: return NotImplemented
def answered_for() -> Pair: return (1,)  # type: ignore[return-value]

def scalar() -> int: return "a"
def some() -> Optional[int]: return "a"
def nothing() -> None: return 1
def numbers() -> List[int]: return [1, "a"]
def table() -> Dict[str, List[int]]: return {"a": ["b"]}
def a_class() -> Derived: return Base()
def abstract() -> Shape: return Base()
def one_of() -> Literal["a", 1]: return True
def none_for_a_sequence() -> Sequence[int]: return None
def holder() -> Point: return Point("not a number, which is the fault of who made it")
'''

Judge = Callable[..., dict[str, Any]]


@pytest.fixture
def judge(runner: Runner, write_module: Callable[..., ModuleRef]) -> Judge:
    """The record of a call, the function being the one that stands last before its arguments."""
    module = write_module(MODULE)

    def record(call: str, *classes: ClassContract) -> dict[str, Any]:
        names = re.findall(r"\w+(?=\()", call)
        function = next((one for one in names if one.startswith("takes_")), names[0])
        function = f"Sheet.{function}" if function in ("takes_self", "takes_class") else function
        return runner.run(module, [Job(call, function, classes=classes)])[0]

    return record


@pytest.mark.parametrize("name", [
    "proto", "checked_proto", "function", "function_of", "iterator", "iterable",
    "new_type", "typed_dict", "absent", "absent_text", "mapping", "answered_for", "not_mine",
])  # fmt: skip
def test_what_isinstance_cannot_judge_is_left_undetermined(judge: Judge, name: str) -> None:
    assert judge(f"{name}()")["result_conforms"] is None


@pytest.mark.parametrize("name", ["text", "binary", "generic_io"])
def test_classes_of_io_are_the_streams_that_type_checkers_take_them_for(judge: Judge, name: str) -> None:
    assert judge(f"{name}()")["result_conforms"] is True


def test_type_variables_of_results_are_left_undetermined(judge: Judge) -> None:
    assert judge("variable(1)")["result_conforms"] is not False
    assert judge("bounded(Base())")["result_conforms"] is None


@pytest.mark.parametrize("name", [
    "scalar", "some", "nothing", "numbers", "table", "a_class", "abstract", "one_of", "none_for_a_sequence", "alias",
])  # fmt: skip
def test_run_time_classes_and_their_containers_are_judged(judge: Judge, name: str) -> None:
    assert judge(f"{name}()")["result_conforms"] is False


def test_a_result_is_not_blamed_for_what_its_maker_stored(judge: Judge) -> None:
    assert judge("holder()")["result_conforms"] is True


@pytest.mark.parametrize("call", [
    "takes_base(Derived(1))", "takes_span(Span((1, 2)))", "takes_span(Span(ends=(2 ** 100, 0), label='a'))",
    "takes_point(Point(1))", "takes_box(Box(1))", "takes_seeded(Seeded(1))", "takes_sheet(Sheet(-1))",
    "takes_iter(iter([1, 2]))", "takes_color(Color(1))", "takes_floats([float('inf'), 1])",
    "(lambda a: (a.grow(1), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: (setattr(a, 'width', 9), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: takes_sheets([a, a]))(Sheet(1))",
    "takes_point(__import__('m').Point(x=1))", "Sheet(1).takes_self()", "Sheet.takes_class()",
    "takes_private(1)", "takes_cast(Derived(1))", "takes_weighed(Parcel(1))", "takes_spoken(Dog())",
])  # fmt: skip
def test_what_code_may_pass_counts(judge: Judge, call: str) -> None:
    record = judge(call)
    assert (record["outcome"], record["args_conform"], record["requires_held"]) == ("returned", True, True), record


@pytest.mark.parametrize("call", [
    "takes_span(Span((2 ** 100,)))", "takes_span(Span(None))", "takes_span(Span((1, 2), 5))",
    "takes_point(Point('1'))", "takes_point(Point(True))", "takes_box(Box('a'))", "takes_words(Words([1]))",
    "takes_seeded(Seeded('a'))", "takes_iter(iter([1, 'a']))", "takes_call(len)", "takes_proto(Unit())",
    "takes_absent(1)", "takes_floats(['a'])", "takes_base(None)",
    "takes_base(object.__new__(Derived))", "takes_point(Point.__new__(Point))",
    "(lambda a: (a.grow('1'), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: (setattr(a, 'width', object()), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: (setattr(a, '_hidden', 1), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: (setattr(a, 'other', 1), takes_sheet(a))[-1])(Sheet(1))",
    "(lambda a: (setattr(a, 'seen', 1), takes_base(a))[-1])(Derived(1))",
    "(lambda a: (object.__setattr__(a, 'x', 1), takes_point(a))[-1])(Point(1))",
    "Sheet.takes_self(None)", "Sheet.takes_self(object())", "Sheet.takes_self(Sheet)", "takes_no_self(1)",
    "takes_cast(Base())", "takes_field(Field())",
    "takes_private(1, 2)", "takes_private(1, _depth=2)",
    "takes_weighed(Stone(1))", "takes_weighed(Feather(1.0))", "takes_weighed(Parcel('a'))", "takes_weighed(Dog())",
    "takes_spoken(Fish())", "takes_spoken(Parcel(1))",
])  # fmt: skip
def test_what_no_code_passes_does_not_count(judge: Judge, call: str) -> None:
    record = judge(call)
    counts = record.get("args_conform") is True and not record.get("untyped")
    assert not counts or record["outcome"] == "not_called", record


POSITIVE = Condition("invariant", "self.width > 0", "self.width > 0")
SMALL = Condition("requires", "width < 9", "width < 9")
GROWS = Condition("requires", "by > 0 and by > self._hidden", "by > 0")
SHEET = ClassContract("m", "Sheet", (POSITIVE,), {"__init__": (SMALL,), "grow": (GROWS,)})


@pytest.mark.parametrize("call, counts", [
    ("takes_sheet(Sheet(8))", True),
    ("takes_sheet(Sheet(9))", False),
    ("takes_sheet(Sheet(0))", False),
    ("takes_sheets([Sheet(1), Sheet(0)])", False),
    ("(lambda a: (a.grow(1), takes_sheet(a))[-1])(Sheet(1))", True),
    ("(lambda a: (a.grow(0), takes_sheet(a))[-1])(Sheet(1))", False),
    ("(lambda a: (setattr(a, 'width', -9), takes_sheet(a))[-1])(Sheet(1))", False),
])  # fmt: skip
def test_contracts_of_argument_objects_hold_on_entry(judge: Judge, call: str, counts: bool) -> None:
    record = judge(call, SHEET)
    assert (record["outcome"], record["requires_held"]) == (("returned", True) if counts else ("rejected", False))


def test_an_invariant_is_not_asked_of_an_object_that_is_being_made(
    runner: Runner, write_module: Callable[..., ModuleRef]
) -> None:
    module = write_module(MODULE)
    record = runner.run(module, [Job("Sheet(0)", "Sheet.__init__", classes=(SHEET,))])[0]
    assert record["outcome"] == "returned" and record["args_conform"] is True
