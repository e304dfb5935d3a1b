"""Parameters that are texts in a small language, which no annotation says: a format template, a regular expression.

The law of the formal language: what fails because a parameter, handed on as it came, is no text of the language
that a library call reads it in, is the caller's affair. Nothing but these calls reads programs; what reads data
(`int(text)`, `json.loads`) is no such call.
"""

from __future__ import annotations

import ast
import builtins
import linecache
import os
import re
import struct
from collections.abc import Iterator, Mapping
from types import CodeType, FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from .records import HERE, span_at

if TYPE_CHECKING:
    Named = tuple[Any, int, str, str]
LIBRARY = os.path.dirname(os.path.realpath(os.__file__)) + os.sep
INSTALLED = ("site-packages", "dist-packages")
TEMPLATE, PATTERN, LAYOUT, MOMENT, SPEC = (
    "a format template", "a regular expression", "a struct format", "a time format", "a format specification",
)  # fmt: skip
# Functions, where the text stands among their arguments, its keyword, and the language.
READERS: tuple[Named, ...] = (
    *((one, 0, "pattern", PATTERN) for one in (
        re.compile, re.match, re.search, re.fullmatch, re.split, re.findall, re.finditer, re.sub, re.subn)),
    *((one, 0, "format", LAYOUT) for one in (
        struct.Struct, struct.pack, struct.unpack, struct.pack_into, struct.unpack_from, struct.iter_unpack,
        struct.calcsize)),
    (builtins.format, 1, "format_spec", SPEC),
)  # fmt: skip
# What readers raise: each of them is among these.
COMPLAINTS = (re.error, struct.error, ValueError, TypeError, LookupError, AttributeError, OverflowError)
# Methods of times, told by their names: of the classes, which may be called `dt.datetime`, or of objects.
MOMENTS = {"strptime": 1, "strftime": 0}


def needed(error: BaseException, passed: Mapping[str, Any]) -> str:
    """What one of the arguments that were passed has to be, or "": told where no line of the user's lies between the
    failure and the library, and the text is the very object that was passed.

    >>> try:
    ...     re.compile("(")
    ... except re.error as error:
    ...     needed(error, {"pattern": "("})
    ''
    """
    if not isinstance(error, COMPLAINTS) or not any(isinstance(given, (str, bytes)) for given in passed.values()):
        return ""
    own = [one for one in traces(error) if not of_library(one.tb_frame.f_code.co_filename)]
    function = source_of(own[-1].tb_frame.f_code) if own else None
    if function is None:
        return ""
    frame, at = own[-1].tb_frame, own[-1]
    for node in nodes_at(function, span_at(frame.f_code, at.tb_lasti), at.tb_lineno or 0):
        for text, language in read(node, frame):
            value = frame.f_locals.get(text.id) if isinstance(text, ast.Name) else None
            if not isinstance(value, (str, bytes)) or not is_about_text(language, error):
                continue
            for name, given in passed.items():
                if given is value:
                    return f"needs a precondition: `{name}` has to be {language}"
    return ""


def traces(error: BaseException) -> Iterator[TracebackType]:
    current = error.__traceback__
    while current is not None:
        yield current
        current = current.tb_next


def of_library(path: str) -> bool:
    """Whether the code is Python's or ours."""
    if path.startswith((HERE, "<")):
        return True
    real = os.path.realpath(path)
    return real.startswith(LIBRARY) and not any(part in INSTALLED for part in real.split(os.sep))


def source_of(code: CodeType) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function's syntax, as its module was read."""
    try:
        tree = ast.parse("".join(linecache.getlines(code.co_filename)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == code.co_name:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            if first <= code.co_firstlineno <= node.lineno:
                return node
    return None


def nodes_at(function: ast.AST, span: list[int] | None, line: int) -> Iterator[ast.expr]:
    """The expression that was being evaluated; all of its line where Python does not tell."""
    for node in ast.walk(function):
        if isinstance(node, ast.expr):
            there = [node.lineno, node.col_offset, node.end_lineno, node.end_col_offset]
            if (span is None and node.lineno <= line <= (node.end_lineno or 0)) or there == span:
                yield node


def read(node: ast.expr, frame: FrameType) -> Iterator[tuple[ast.expr, str]]:
    """The texts that an expression reads in some language, with its name."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        yield node.left, TEMPLATE
    if not isinstance(node, ast.Call):
        return
    if isinstance(node.func, ast.Attribute):
        if node.func.attr in ("format", "format_map"):
            yield node.func.value, TEMPLATE
        if node.func.attr in MOMENTS:
            yield from argument(node, MOMENTS[node.func.attr], "format", MOMENT)
    called = found(node.func, frame)
    for function, place, keyword, language in READERS:
        if called is function:
            yield from argument(node, place, keyword, language)


def argument(node: ast.Call, place: int, keyword: str, language: str) -> Iterator[tuple[ast.expr, str]]:
    if place < len(node.args):
        yield node.args[place], language
    yield from ((one.value, language) for one in node.keywords if one.arg == keyword)


def found(node: ast.expr, frame: FrameType) -> Any:
    """What a dotted name of the module stands for."""
    if isinstance(node, ast.Attribute):
        return getattr(found(node.value, frame), node.attr, None)
    if isinstance(node, ast.Name) and node.id not in frame.f_locals:
        return frame.f_globals.get(node.id, getattr(builtins, node.id, None))
    return None


def is_about_text(language: str, error: BaseException) -> bool:
    """Whether such an error says that the text could not be read, or does not fit what is written by it."""
    if language == PATTERN:
        return isinstance(error, re.error)
    if language == LAYOUT:
        return isinstance(error, struct.error)
    if language == MOMENT:  # which of the two texts of strptime is wrong only the message tells
        return isinstance(error, ValueError) and not str(error).startswith("time data")
    return isinstance(error, COMPLAINTS) and not isinstance(error, (re.error, struct.error))
