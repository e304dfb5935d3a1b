"""What conforms to an annotation for sure, against `isinstance` and what type checkers say."""

from __future__ import annotations

import pytest

from verheal.contracts.core.types import (
    FLOAT,
    INT,
    NEVER,
    NONE,
    OPAQUE,
    STR,
    DictT,
    ListT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.written import conforms, labelled
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan

TEXT = """
import re
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence, Sized
from typing import Any, Optional, TypedDict, TypeVar, Union

Either = Union[memoryview, str]
T = TypeVar("T")

class Row(TypedDict):
    a: int
"""
PROGRAM = Program(assemble([scan(SourceText("m.py", TEXT, "utf-8", ""), "m", False, "", False)]))
READER = Reader(PROGRAM, "m")
SURE: tuple[tuple[str, Type], ...] = (
    ("Any", OPAQUE),
    ("object", INT),
    ("Either", STR),
    ("Optional[bytes]", NONE),
    ("Sequence[int]", ListT(INT)),
    ("Sequence[float]", TupleT((INT, FLOAT))),
    ("Iterable[str]", STR),
    ("Iterable[str]", DictT(STR, INT)),
    ("Mapping[str, Any]", DictT(STR, ListT(INT))),
    ("Mapping[str, Sequence]", DictT(NEVER, NEVER)),
    ("tuple[int, ...]", TupleT((INT, INT))),
    ("list[bytes]", ListT(NEVER)),
    ("Sized", SetT(INT)),
    ("bytes | None", UnionT((NONE, STR)).alternatives[0]),
)
NOT_SURE: tuple[tuple[str, Type], ...] = (
    ("Either", INT),
    ("Optional[bytes]", OPAQUE),
    ("Sequence[int]", ListT(STR)),
    ("Sequence[int]", SetT(INT)),
    ("MutableSequence[int]", TupleT((INT,))),
    ("Mapping[str, int]", DictT(STR, STR)),
    ("tuple[int, ...]", TupleT((INT, STR))),
    ("list[bytes]", ListT(OPAQUE)),
    ("Callable[[int], int]", OPAQUE),
    ("Row", DictT(STR, INT)),
)


@pytest.mark.parametrize(("text", "kind"), SURE)
def test_it_is_sure(text: str, kind: Type) -> None:
    assert conforms(READER, text, kind)


@pytest.mark.parametrize(("text", "kind"), NOT_SURE)
def test_it_is_not_sure(text: str, kind: Type) -> None:
    assert not conforms(READER, text, kind)


@pytest.mark.parametrize("text", ["bytes", "Callable[[int], int]", "re.Pattern[bytes] | None", "Either", "T"])
def test_what_is_written_conforms_to_itself(text: str) -> None:
    kind = labelled(READER, text)
    assert isinstance(kind, OpaqueT) and kind.label
    assert conforms(READER, text, kind)
    assert not conforms(READER, "complex", kind)


@pytest.mark.parametrize("text", ["Any", "Row", "Sequence[int]", "list[bytes] | bytes", "unknown.Thing"])
def test_what_may_be_changed_or_is_not_known_has_no_name(text: str) -> None:
    """Somebody may put something else into a mutable container before it is returned."""
    assert not conforms(READER, "bytes", labelled(READER, text))
    assert not conforms(READER, "Row", labelled(READER, text))
