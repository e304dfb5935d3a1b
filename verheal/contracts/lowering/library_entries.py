"""The lines of `library_table`, read; and which of them a use of the library means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    OPAQUE,
    STR,
    BoolT,
    LibraryT,
    ListT,
    NeverT,
    TupleT,
    Type,
    alternatives,
    join,
)
from verheal.contracts.lowering import library_table
from verheal.contracts.lowering.attributes import ANY_NAME

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

SIMPLE: tuple[tuple[str, Type], ...] = (
    ("str", STR),
    ("int", INT),
    ("float", FLOAT),
    ("bool", BOOL),
    ("None", NONE),
    ("list[str]", ListT(STR)),
    ("tuple[str, str]", TupleT((STR, STR))),
    ("tuple[int, int]", TupleT((INT, INT))),
    ("list[str|None]", ListT(join(STR, NONE))),
    *((f"list[{name}]", ListT(LibraryT((f"builtins.{name}",)))) for name in ("bytes", "bytearray")),
    *((f"tuple[{name}]", TupleT((LibraryT((f"builtins.{name}",)),) * 3)) for name in ("bytes", "bytearray")),
    ("octets", join(LibraryT(("builtins.bytes",)), LibraryT(("builtins.bytearray",)))),
    ("warning", NEVER),
    ("any", OPAQUE),
)
PLAIN: Type = join(join(join(STR, INT), join(FLOAT, BOOL)), NONE)


@dataclass(frozen=True)
class Parameter:
    """One parameter; `placed` where the keyword does not reach it, `word` where only that does, `many` of `*kind`."""

    name: str
    kind: Type
    optional: bool
    placed: bool
    word: bool
    many: bool
    is_class: bool  # a class of warnings is wanted, of which there is no value here


@dataclass(frozen=True)
class Failure:
    """An exception that may leave; only where the rule of the parameter `unless` does not exclude it, if one is named.

    `*` stands for exceptions that are not bounded.
    """

    exception: str
    unless: str


@dataclass(frozen=True)
class Entry:
    """One line. `parameters` is None for attributes and constants."""

    name: str
    parameters: tuple[Parameter, ...] | None
    result: Type
    failures: tuple[Failure, ...]


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """All lines by name, in order: the first that fits counts."""
    found: dict[str, tuple[Entry, ...]] = {}
    for area in library_table.TABLE:
        for line in area.strip().splitlines():
            one = _entry(line)
            found[one.name] = (*found.get(one.name, ()), one)
    return found


def _entry(line: str) -> Entry:
    head, _, tail = line.rpartition(" -> ")
    result, _, raised = tail.partition(" ! ")
    words = (word.partition("/") for word in raised.split())
    failures = tuple(
        Failure(one, rule) for names, _, rules in words for rule in rules.split(",") for one in names.split(",")
    )
    name, bracket, inner = head.partition("(")
    parts = [part.strip() for part in inner.removesuffix(")").split(",")]
    parameters = tuple(_parameter(part) for part in parts if part) if bracket else None
    return Entry(name, parameters, kind_of(result), failures)


def _parameter(text: str) -> Parameter:
    optional, many = text.endswith("?"), text.startswith("*")
    text = text.removesuffix("?").removeprefix("*")
    word = "=" in text
    name, _, kind = text.replace("=", ":").rpartition(":")
    placed = not name or name.startswith(".")
    return Parameter(name.removeprefix("."), kind_of(kind), optional, placed, word, many, kind == "warning")


def kind_of(text: str) -> Type:
    """The type that the table writes so."""
    found: Type = NEVER
    for part in [text] if text in dict(SIMPLE) else text.split("|"):
        simple = dict(SIMPLE).get(part)
        found = join(found, PLAIN if part == "plain" else simple if simple is not None else LibraryT((part,)))
    return found


def library_class(dotted: str) -> LibraryT | None:
    """The type of the instances of a class of the table, by any name that an annotation gives it."""
    return next((LibraryT((name,)) for name, also in library_table.CLASSES if dotted in also), None)


def chain(name: str) -> tuple[str, ...]:
    """A class of the table and those above it."""
    above = dict(library_table.ABOVE).get(name)
    return (name, *chain(above)) if above else (name,)


def known(program: Program, dotted: str) -> tuple[Entry, ...]:
    """The lines of a function, class or constant of a module, unless code that was read may have replaced it."""
    found = entries().get(dotted, ())
    owned = any(dotted.startswith(f"{name}.") for name, _ in library_table.CLASSES)
    if owned and dotted not in library_table.OF_CLASSES:
        return ()
    return () if not found or replaced(program, dotted) else found


def replaced(program: Program, dotted: str) -> bool:
    """May code that was read set it, or something on the way to it, or is a module of its name read?

    A module of which something else than a function of the table is set voids its functions: they may use what was set.
    """
    parts = dotted.split(".")
    ways = [(".".join(parts[:i]), parts[i]) for i in range(1, len(parts))]
    if any(module in program.modules or (module, name) in program.patches() for module, name in ways):
        return True
    home, name = ways[-1]
    called = _is_called(dotted)
    inner = {one for module, one in program.patches() if module.startswith(f"{home}.")}
    there = {one for module, one in program.patches() if module == home and one not in inner}
    set_there = ANY_NAME in there or (called and any(not _is_called(f"{home}.{one}") for one in there))
    return set_there or (name, "") in program.all_touched().stored


def _is_called(dotted: str) -> bool:
    return any(one.parameters is not None for one in entries().get(dotted, ()))


def of_value(kind: LibraryT, name: str) -> tuple[Entry, ...]:
    """What the table says of an attribute or a method of an instance."""
    for one in chain(kind.label[0]):
        found = entries().get(f"{one}.{name}", ())
        if found:
            return found
    return ()


def fits(wanted: Type, given: Type) -> bool:
    """Is every value of the type one that the table speaks of?"""
    return not isinstance(given, NeverT) and all(
        wanted == OPAQUE or any(_fits(option, one) for option in alternatives(wanted))
        for one in alternatives(given)
    )


def _fits(option: Type, one: Type) -> bool:
    match option, one:
        case LibraryT((wanted,)), LibraryT((name,)):
            return wanted in chain(name)
        case _:
            return option == one or (option == INT and isinstance(one, BoolT))


def chosen(found: tuple[Entry, ...], positional: tuple[Type, ...], words: dict[str, Type]) -> Entry | None:
    """The first line whose parameters take arguments of these types; a class of warnings stands as Never."""
    return next((one for one in found if paired(one, positional, words) is not None), None)


def paired(one: Entry, positional: tuple[Type, ...], words: dict[str, Type]) -> dict[str, int | str] | None:
    """Which argument each named parameter gets: its position or its keyword; None where they do not fit."""
    if one.parameters is None:
        return None
    rest, given, places = list(enumerate(positional)), dict(words), dict[str, int | str]()
    for wanted in one.parameters:
        if wanted.many:
            if not all(fits(wanted.kind, kind) for _, kind in rest):
                return None
            rest = []
        elif rest and not wanted.word:
            place, kind = rest.pop(0)
            if wanted.name in given or not _takes(wanted, kind):
                return None
            places[wanted.name] = place
        elif not wanted.placed and wanted.name in given:
            if not _takes(wanted, given.pop(wanted.name)):
                return None
            places[wanted.name] = wanted.name
        elif not wanted.optional:
            return None
    return None if rest or given else places


def _takes(wanted: Parameter, kind: Type) -> bool:
    return isinstance(kind, NeverT) if wanted.is_class else fits(wanted.kind, kind)
