"""Each line of the library's table against CPython: called with many arguments of the types that it names."""

from __future__ import annotations

import copy
import datetime
import gettext
import importlib
import logging
import math
import os
import pathlib
import random
import re
import shutil
import warnings
from collections.abc import Iterator

import pytest

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    OPAQUE,
    STR,
    LibraryT,
    ListT,
    TupleT,
    Type,
    alternatives,
)
from verheal.contracts.lowering import library, library_table
from verheal.contracts.lowering.library_bytes import CODECS, LENIENT
from verheal.contracts.lowering.library_entries import Entry, Parameter, chain, entries

ROUNDS = 300
ENDLESS = ("math.factorial", "math.comb")  # of large numbers: nobody waits for the result
TEXTS = (
    "", "a", "0", "\0", "\ud800", "a\udcffb", "é", "\U0001f600", "/", "//", "/a/b.c", "../x", "a b", "\n", "\r\n\t",
    ".", "..", "a" * 300, "/" + "a" * 5000, "%s %d", "%", "%(x)s", "(", "[a-z]+", "(?P<n>x)", "a{99999999999}",
    "\\", "\\1", "\\g<n>", "*", "(" * 150 + ")" * 150, "NFC", "CS_PATH", "PATH", "sh", "&lt;&#1114112;&#xd800;",
    "%ff%zz", "{}", "~", "x.tar.gz", "İ", "ﬁ", "(?i)a", "(?x) a # b", "(?L)a", "(a)|b", "a(?=b)", "$", "^", "class",
    "'", '"',
    "replace", "ignore", "big", "utf-8", "2020-02-29", "2020-02-29T23:59:59.5+01:00", "i4x", "~\0",
    "(?a)(?u)", "&#" + "1" * 5000 + ";",
)  # fmt: skip
INTS = (
    0, 1, -1, 10**7, -(10**7), 2, 3, 255, 10**6,
    -(10**6), 2**31 - 1, 2**31, -(2**31), 2**63, -(2**63), 10**30, -(10**30), 10**5000,
)  # fmt: skip
FLOATS = (0.0, -0.0, 1.0, -1.5, 0.1, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan, 1e15, 2.0**63, 7.25)
PATTERNS = ("", "a", "(a)|b", "(?P<n>x)?", "[a-z]+", "\\s", ".*", "(?s).", "x*(y)?")
BYTES = (b"", b"a", b"b", b"ab", b"aXb a", b" \t\n", b"a,b,,c", b"\xff\x00", bytes(range(256)), b"\xc3\xa9", b"1.1")
SUBJECTS = ("", "a", "b", "x", "xx", "a\ud800", "\0", "abc\n", " ", "y")


def _instances(name: str) -> list[object]:
    delta = datetime.timedelta
    match name:
        case "re.Pattern[str]":
            return [re.compile(one) for one in PATTERNS]
        case "re.Match[str]":
            found = (re.compile(one).search(text) for one in PATTERNS for text in SUBJECTS)
            return [one for one in found if one is not None]
        case "re.RegexFlag":
            return [re.I, re.M | re.S, re.X, re.A, re.U, re.L, re.DEBUG & re.I, re.A | re.U]
        case "datetime.timedelta":
            return [delta(0), delta.max, delta.min, delta.resolution, -delta.resolution, delta(3, 7, 9), delta(-1, 5)]
        case "datetime.date":
            return [datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29), *_instances("datetime.datetime")]
        case "datetime.datetime":
            zone = datetime.timezone(delta(hours=2))
            return [datetime.datetime.min, datetime.datetime.max, datetime.datetime(2024, 2, 29, 1, 2, 3, 4, zone)]
        case "pathlib.Path":
            return [pathlib.Path(one) for one in (*TEXTS, __file__, __file__)]
        case "logging.Logger":
            return [logging.getLogger("verheal.test"), logging.getLogger()]
        case "gettext.NullTranslations":
            return [gettext.NullTranslations()]
        case "os.terminal_size":
            return [shutil.get_terminal_size(), os.terminal_size((0, 1))]
        case "builtins.bytes":
            return [bytes(one) for one in BYTES]
        case "builtins.bytearray":
            return [bytearray(one) for one in BYTES]
    raise AssertionError(name)


POOLS: dict[str, list[object]] = {name: _instances(name) for name, _ in library_table.CLASSES}


def _value(kind: Type, chance: random.Random) -> object:
    one = chance.choice(alternatives(kind))
    if one == INT:
        return chance.choice((chance.choice(INTS), chance.randint(-9, 99), True))
    if one == STR:
        return chance.choice((chance.choice(TEXTS), chance.choice(TEXTS) + chance.choice(TEXTS)))
    if one == OPAQUE:
        return chance.choice((None, 1, "a%s", [1], object(), {"a": 2}))
    if isinstance(one, ListT):
        return [_value(one.element, chance) for _ in range(chance.randint(0, 3))]
    known = {FLOAT: FLOATS, BOOL: (True, False), NONE: (None,)}
    return chance.choice(list(known[one]) if one in known else POOLS[one.label[0]])  # type: ignore[union-attr]


def _argument(wanted: Parameter, chance: random.Random) -> object:
    return chance.choice((UserWarning, DeprecationWarning)) if wanted.is_class else _value(wanted.kind, chance)


def _is(value: object, kind: Type) -> bool:
    match kind:
        case LibraryT((name,)):
            module, _, rest = name.partition("[")[0].rpartition(".")
            if module == "builtins":
                return type(value).__name__ == rest
            fits = isinstance(value, getattr(importlib.import_module(module), rest))
            return fits and type(getattr(value, "pattern", "")) is type(getattr(value, "string", "")) is str
        case _ if kind == OPAQUE:
            return True
        case ListT(element):
            return type(value) is list and all(_is(part, element) for part in value)
        case TupleT(items):
            return type(value) is tuple and len(value) == len(items) and all(map(_is, value, items))
        case _:
            types = {INT: int, STR: str, FLOAT: float, BOOL: bool, NONE: type(None)}
            options = alternatives(kind)
            return any(_is(value, o) if isinstance(o, LibraryT) else type(value) is types.get(o) for o in options)


def _owner(name: str) -> str:
    return next((one for one, _ in library_table.CLASSES if name.startswith(f"{one}.")), "")


def _target(name: str, receiver: object) -> object:
    owner = _owner(name)
    if owner and name not in library_table.OF_CLASSES:
        return getattr(receiver, name.removeprefix(f"{owner}."))
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise AssertionError(name)


def _excluded(rule: str, value: object, named: dict[str, object]) -> bool:
    """Does the rule of the parameter say that nothing is raised?"""
    if rule == "pattern":
        try:
            re.compile(str(value), named.get("flags", 0))  # type: ignore[call-overload]
        except (re.error, OverflowError, RecursionError, ValueError):
            return False
        return True
    if rule == "repl":
        return "\\" not in str(value)
    if rule == "key":
        return str(value).isascii() and "\0" not in str(value)
    if rule == "group":
        return type(value) is int and value == 0
    if rule == "sep":
        return value is None or len(value) > 0  # type: ignore[arg-type]
    if rule == "encoding":
        return value in CODECS
    if rule == "errors":
        return value in LENIENT
    return isinstance(value, int) and abs(value) <= 10**7


def _allowed(one: Entry, error: Exception, named: dict[str, object]) -> bool:
    for failure in one.failures:
        fits = failure.exception in ("*", type(error).__name__, f"{type(error).__module__}.{type(error).__name__}")
        rule = failure.unless
        excluded = rule and (rule not in named or _excluded(rule, named[rule], named))
        if fits and not excluded:
            return True
    return False


def _lines() -> Iterator[Entry]:
    for found in entries().values():
        yield from found


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    logging.disable(logging.NOTSET)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.mark.parametrize("one", list(_lines()), ids=lambda one: f"{one.name}/{len(one.parameters or ())}")
def test_does_as_the_table_says(one: Entry) -> None:
    chance = random.Random(one.name)
    owner, returned = _owner(one.name), 0
    for _ in range(ROUNDS if one.parameters else 60):
        receiver = copy.copy(chance.choice(POOLS[owner])) if owner else None
        given: list[object] = []
        words: dict[str, object] = {}
        named: dict[str, object] = {}
        for wanted in one.parameters or ():
            if wanted.many:
                given += [_value(wanted.kind, chance) for _ in range(chance.randint(0, 3))]
            elif not (wanted.optional and chance.random() < 0.5):
                value = named[wanted.name] = _argument(wanted, chance)
                by_word = wanted.word or (not wanted.placed and (words or chance.random() < 0.3))
                if by_word:
                    words[wanted.name] = value
                else:
                    given.append(value)
            elif not wanted.placed and not wanted.word:
                words.setdefault("", None)  # what follows can only be told by its name
        words.pop("", None)
        if one.name in ENDLESS and any(isinstance(value, int) and value > 5000 for value in given):
            continue
        try:
            target = _target(one.name, receiver)
            result = target(*given, **words) if one.parameters is not None else target  # type: ignore[operator]
            if one.name.endswith("__eq__"):
                result = receiver == given[0]
        except Exception as error:
            assert _allowed(one, error, named), (one.name, receiver, given, words, error)
            continue
        returned += 1
        assert result is not NotImplemented and _is(result, one.result), (one.name, receiver, given, words, result)
    assert returned, "it was never seen to return"


@pytest.mark.parametrize("name", [name for name, _ in library_table.CLASSES])
def test_classes(name: str) -> None:
    """An instance is what the lowering takes it for."""
    module, _, last = name.partition("[")[0].rpartition(".")
    kind = getattr(importlib.import_module(module), last)
    assert all(isinstance(one, kind) for one in POOLS[name])
    assert (name in library_table.ALWAYS_TRUE) == (not hasattr(kind, "__bool__") and not hasattr(kind, "__len__"))
    assert not issubclass(kind, str | float | list | dict | set | frozenset)
    assert issubclass(kind, tuple) == (name in library_table.TUPLES)
    assert not issubclass(kind, bytes | bytearray) or kind in (bytes, bytearray)
    for above in chain(name)[1:]:
        module, _, last = above.rpartition(".")
        assert issubclass(kind, getattr(importlib.import_module(module), last))


def test_exceptions() -> None:
    """Their classes are what the table says."""
    for name, above in library_table.EXCEPTIONS:
        module, _, last = name.rpartition(".")
        kind = getattr(importlib.import_module(module), last)
        assert tuple(one.__name__ for one in kind.__mro__[1:-1]) == above


def test_plain_templates_never_fail() -> None:
    """A replacement that is called plain: one backslash before any character, two of them, and one at the end."""
    every = [chr(code) for code in (*range(0x600), 0x2028, 0xD800, 0xFF11, 0x1F600)]
    texts = [f"a\\{one}" for one in every] + [f"\\{one}\\{other}" for one in every[:128] for other in "\\n&q0"]
    plain = [one for one in (*texts, "\\", "a\\\\\\", "\\g<0>", "\\\n", "") if library.PLAIN_TEMPLATE.fullmatch(one)]
    assert len(plain) > 1000 and "a\\&" in plain and "a\\q" not in plain
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for one in plain:
            assert isinstance(re.sub("[a-z]", one, "ab"), str)
