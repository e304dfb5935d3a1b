"""Exceptions and values as bounded plain data."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator
from types import CodeType, FrameType, TracebackType
from typing import Any

from .qualnames import qualified
from .unfinished import from_abstract_class

LONGEST_REPR = 2000
LONGEST_MESSAGE = 500
MOST_FRAMES = 40
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # deal colours its messages, terminal or not
CALL_FILE = "<verheal-call>"
CLAUSE_FILE = "<verheal-clause>"
HERE = os.path.dirname(os.path.abspath(__file__))
OURS = (HERE + os.sep, "<frozen importlib", CALL_FILE, CLAUSE_FILE)


def short(value: Any) -> str:
    """The value's repr, bounded. Never raises: the user's `__repr__` may do anything."""
    try:
        text = repr(value)
    except Exception as error:
        if isinstance(value, int):
            return bounded(hex(value), LONGEST_REPR)  # more digits than CPython is willing to print
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
    return bounded(text, LONGEST_REPR)


def bounded(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 3] + "..."


def type_name(kind: type) -> str:
    """`module.Qualified.name`, without `builtins.`."""
    module = getattr(kind, "__module__", "")
    name = str(getattr(kind, "__qualname__", kind))
    return name if module in ("builtins", None, "") else str(module) + "." + name


def frames(trace: Any) -> Iterator[tuple[FrameType, int]]:
    """The traceback's frames, outermost first, with the line where each was."""
    current: Any = trace
    while isinstance(current, TracebackType):
        yield current.tb_frame, current.tb_lineno or 0
        current = current.tb_next


def traceback_entries(trace: Any) -> list[list[Any]]:
    """[path, line, function, span] of the user's frames, the middle left out when there are very many."""
    entries: list[TracebackType] = []
    current: Any = trace
    while isinstance(current, TracebackType):
        if not current.tb_frame.f_code.co_filename.startswith(OURS):
            entries.append(current)
        current = current.tb_next
    if len(entries) > MOST_FRAMES:
        half = MOST_FRAMES // 2
        entries = entries[:half] + entries[-half:]
    return [frame_entry(one.tb_frame, one.tb_lineno or 0, one.tb_lasti) for one in entries]


def frame_entry(frame: FrameType, line: int, instruction: int) -> list[Any]:
    """[path, line, function, span] of a frame that was at an instruction of its code (`f_lasti`)."""
    code = frame.f_code
    return [code.co_filename, line, qualified(code), span_at(code, instruction)]


def span_at(code: CodeType, instruction: int) -> list[int] | None:
    """[line, column, end line, end column], columns in UTF-8 bytes; None before Python 3.11 and where unknown."""
    positions = getattr(code, "co_positions", None)
    if positions is None:
        return None
    line, end, column, end_column = next(itertools.islice(positions(), instruction // 2, None), (None,) * 4)
    if line is None or column is None or end is None or end_column is None:
        return None
    return [line, column, end, end_column]


def from_environment(error: BaseException) -> bool:
    """Whether the box, not the program, may be what raised: an OS error with a number, memory, threads, a variable or
    a package that the box has not, an input that is at its end.

    Such an outcome is no evidence about the program; it rests on the limits it ran under.
    """
    if isinstance(error, (MemoryError, ModuleNotFoundError)):
        return True
    if isinstance(error, OSError) and error.errno is not None:
        return True
    if isinstance(error, KeyError):
        last = [frame for frame, _ in frames(error.__traceback__)][-1:]
        return [frame.f_code for frame in last] == [type(os.environ).__getitem__.__code__]
    if isinstance(error, EOFError):
        return error.args == ("EOF when reading a line",)  # what `input` says
    return isinstance(error, RuntimeError) and "start new thread" in str(error)


def message_of(error: BaseException) -> str:
    try:
        text = COLOURS.sub("", str(error)).encode("utf-8", "backslashreplace").decode("utf-8")
        return bounded(text, LONGEST_MESSAGE)
    except Exception:
        return ""


def exception_record(
    error: BaseException, names: dict[str, Any], path: str, declared: Any = ()
) -> dict[str, Any]:
    """What is told of an exception. `declared` are expressions for exception types, looked up in `names`."""
    chain: list[BaseException] = []
    current: Any = error
    while isinstance(current, BaseException) and current not in chain and len(chain) < 10:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return {
        "type": type_name(type(error)),
        "mro": [type_name(kind) for kind in type(error).__mro__],
        "message": message_of(error),
        "traceback": traceback_entries(error.__traceback__),
        "declared": is_declared(error, names, declared),
        "environment": any(from_environment(one) for one in chain) or from_abstract_class(error),
        "overflows": any(isinstance(one, RecursionError) for one in chain),
        "in_module": any(entry[0] == path for entry in traceback_entries(error.__traceback__)),
    }


def is_declared(error: BaseException, names: dict[str, Any], declared: Any) -> bool:
    for text in declared or ():
        try:
            kind = eval(compile(str(text), CLAUSE_FILE, "eval"), dict(names))
            if isinstance(error, kind):
                return True
        except Exception:
            if str(text).rsplit(".", 1)[-1] in [k.__name__ for k in type(error).__mro__]:
                return True
    return False
