"""What a docstring says in words: exceptions, as Sphinx, Google and NumPy write them; what it takes for granted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verheal.contracts.dialects.docstrings import Line

_NAMES = r"([A-Za-z_][\w.]*(?:(?:\s*,\s*|\s+or\s+)[A-Za-z_][\w.]*)*)"
_SPHINX = re.compile(rf"^\s*:(?:raises?|except|exception)\s+{_NAMES}\s*:")
_GOOGLE = re.compile(r"^\s*Raises:\s*$")
_NUMPY = re.compile(r"^\s*Raises\s*$")
_RULE = re.compile(r"^\s*-{3,}\s*$")
_ENTRY = re.compile(rf"^\s*{_NAMES}\s*(?::.*)?$")

_GRANTED = re.compile(
    r"[^.\n]*\b(?:assum(?:e|es|ed|ing)|preconditions?|must (?:not |already )?(?:be|have|come|contain)|expected to be)\b"
    r"[^.\n]*",
    re.IGNORECASE,
)
# Of a parameter that may be a text: it is the text of a number.
_NUMERAL = re.compile(
    r"^[ \t]*(\w+)[ \t]*\([^)\n]*\bstr(?:ing)?\b[^)\n]*\)[ \t]*:[ \t]*"
    r"(?:an?|the)?[ \t]*(?:integers?|numbers?|floats?)\b[^.\n]*",
    re.IGNORECASE | re.MULTILINE,
)

_INPUTS = ("input", "inputs", "argument", "arguments", "parameter", "parameters", "caller", "callers",
           "function", "method")  # fmt: skip


def granted(text: str, parameters: Sequence[str] = ()) -> str:
    """The first words that say what inputs have to be, or "": nobody can tell who keeps to them.

    >>> granted("Join the parts.\\n\\nPython assumes UTF-8. This function assumes that there are some.")
    'This function assumes that there are some'
    >>> granted("Args:\\n    size (int, str): Number of bytes.", ["size"])
    'size (int, str): Number of bytes'
    """
    for found in _GRANTED.finditer(text):
        words = " ".join(found[0].split())
        if {*re.findall(r"\w+", words)} & {*parameters, *_INPUTS}:
            return words
    return next((" ".join(found[0].split()) for found in _NUMERAL.finditer(text) if found[1] in parameters), "")


def announced(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The names of the exceptions, each with its line.

    >>> found = announced([Line(text, 1, 1) for text in ("Raises:", "    KeyError, OSError: if", "      it fails")])
    >>> [line.text for line in found]
    ['KeyError', 'OSError']
    """
    return tuple(_announced(lines))


def _announced(lines: Sequence[Line]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        sphinx = _SPHINX.match(line.text)
        if sphinx is not None:
            yield from _split(sphinx[1], line)
        elif _GOOGLE.match(line.text):
            yield from _listed(lines[index + 1 :], _indent(line) + 1)
        elif _NUMPY.match(line.text) and index + 1 < len(lines) and _RULE.match(lines[index + 1].text):
            yield from _listed(_section(lines, index + 2), _indent(line))


def _listed(lines: Sequence[Line], least: int) -> Iterator[Line]:
    """The entries of a section: its lines that are not indented deeper than the first one."""
    level: int | None = None
    for line in lines:
        if not line.text.strip():
            continue
        indent = _indent(line)
        if indent < least:
            return
        level = indent if level is None else level
        entry = _ENTRY.match(line.text)
        if indent == level and entry is not None:
            yield from _split(entry[1], line)


def _section(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Up to the next underlined title."""
    for index in range(start, len(lines)):
        if _RULE.match(lines[index].text):
            return lines[start : index - 1]
    return lines[start:]


def _split(names: str, line: Line) -> Iterator[Line]:
    for name in re.split(r"\s*,\s*|\s+or\s+", names):
        yield Line(name, line.line, line.line)


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
