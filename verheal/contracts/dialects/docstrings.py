"""Sections of a docstring: headers such as `pre:` and the expressions that belong to them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verheal.contracts.dialects.context import Function
from verheal.contracts.dialects.model import ContractProblem

_HEADER = re.compile(r"^(\s*):?(post|pre|raises|inv)(?:\[([\w\s,.]*)\])?::?(?:\s+(.*?)|(\S.*?)|)\s*$")
# How many lines one expression may go over before it is given up.
_LONGEST = 40


@dataclass(frozen=True)
class Line:
    """One expression or name of a section, with its lines in the file."""

    text: str
    line: int
    end_line: int


@dataclass(frozen=True)
class Sections:
    """What the headers of one docstring hold, in order."""

    entries: tuple[tuple[str, Line], ...]
    modifies: tuple[str, ...] | None
    problems: tuple[ContractProblem, ...]

    def of(self, section: str) -> tuple[Line, ...]:
        return tuple(line for name, line in self.entries if name == section)


def docstring_lines(node: Function | ast.ClassDef) -> tuple[Line, ...]:
    """Lines of the docstring with their numbers; escapes that add lines make the numbers approximate."""
    match node.body:
        case [ast.Expr(value=ast.Constant(value=str(text)) as constant), *_]:
            last = constant.end_lineno or constant.lineno
            numbered = enumerate(text.split("\n"), constant.lineno)
            return tuple(Line(line, min(number, last), min(number, last)) for number, line in numbered)
        case _:
            return ()


def sections(lines: Sequence[Line], known: Iterable[str]) -> Sections:
    """Expressions under the `known` headers: behind the colon, or one for each deeper indented line below it.

    An expression whose brackets are still open goes on in the next lines.
    """
    names = frozenset(known)
    entries: list[tuple[str, Line]] = []
    problems: list[ContractProblem] = []
    modifies: tuple[str, ...] | None = None
    index = 0
    while index < len(lines):
        header = _HEADER.match(lines[index].text)
        if header is None or header[2] not in names:
            index += 1
            continue
        section, brackets = header[2], header[3]
        if brackets is not None and section != "post":
            problems.append(ContractProblem(lines[index].line, f"brackets mean nothing after `{section}`"))
        elif brackets is not None and modifies is not None:
            problems.append(
                ContractProblem(lines[index].line, "a second `post[...]`: only the first one counts")
            )
        elif brackets is not None:
            modifies = tuple(p.strip().split(".")[0] for p in brackets.split(",") if p.strip())
        inline = header[4] or header[5] or ""
        if _is_expression(inline):
            entry, index = _joined(inline, lines, index)
            entries.append((section, entry))
            continue
        block, index = _block(lines, index + 1, len(header[1]))
        entries += [(section, entry) for entry in block]
    return Sections(tuple(entries), modifies, tuple(problems))


def _block(lines: Sequence[Line], index: int, indent: int) -> tuple[list[Line], int]:
    entries: list[Line] = []
    while index < len(lines):
        text = lines[index].text
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        if _is_expression(text):
            entry, index = _joined(text.strip(), lines, index)
            entries.append(entry)
        else:
            index += 1
    return entries, index


def _joined(first: str, lines: Sequence[Line], index: int) -> tuple[Line, int]:
    """The expression that begins with `first` in line `index`, and the index behind it."""
    text = first
    for end in range(index, min(index + _LONGEST, len(lines))):
        if end > index:
            text += "\n" + lines[end].text
        if not _is_open(text):
            return Line(text, lines[index].line, lines[end].line), end + 1
    return Line(first, lines[index].line, lines[index].line), index + 1


def _is_open(text: str) -> bool:
    """True when brackets of `text` are not closed yet, strings and comments apart."""
    depth = 0
    quote = ""
    for line in text.split("\n"):
        quote = ""
        for character in line:
            if quote:
                quote = "" if character == quote else quote
            elif character in "\"'":
                quote = character
            elif character == "#":
                break
            else:
                depth += (character in "([{") - (character in ")]}")
    return depth > 0


def _is_expression(text: str) -> bool:
    return bool(text.strip()) and not text.strip().startswith("#")
