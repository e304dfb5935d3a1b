"""What may stand where on a command line, as plain data read from the parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Place = Literal["files", "folders", "anything", "nothing"]
FILES, FOLDERS = frozenset({"FILE", "PATH", "WHAT", "EXE", "FILE:FUNCTION"}), frozenset({"DIR"})


@dataclass(frozen=True)
class Value:
    """What follows an option or stands by itself: one of `choices`, or something of a kind."""

    place: Place
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """All spellings of one option; `value` is None for a flag."""

    names: tuple[str, ...]
    help: str
    value: Value | None


@dataclass(frozen=True)
class Command:
    """A command with its options; the first one, without a name, is verheal itself with its commands as choices."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: Value


def words_of(parser: argparse.ArgumentParser, commands: Mapping[str, argparse.ArgumentParser]) -> tuple[Command, ...]:
    """The whole command line."""
    helps = {name: str(one.description or "").rstrip(".") for name, one in commands.items()}
    top = Command("", "", tuple(_options(parser)), Value("nothing", tuple(commands)))
    return top, *(Command(name, helps[name], tuple(_options(one)), _arguments(one)) for name, one in commands.items())


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings:
            takes = action.nargs != 0
            yield Option(tuple(action.option_strings), str(action.help or ""), _value(action) if takes else None)


def _arguments(parser: argparse.ArgumentParser) -> Value:
    found = [_value(action) for action in parser._actions if not action.option_strings]
    choices = tuple(choice for value in found for choice in value.choices)
    places = [value.place for value in found]
    return Value("files" if "files" in places else places[0] if places else "nothing", choices)


def _value(action: Any) -> Value:
    if action.choices:
        return Value("nothing", tuple(map(str, action.choices)))
    if action.metavar in FILES:
        return Value("files")
    return Value("folders" if action.metavar in FOLDERS else "anything")
