"""From bytes to text to a syntax tree, where everything that can go wrong is a `Problem` and nothing else."""

from __future__ import annotations

import ast
import hashlib
import io
import re
import stat
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verheal.contracts import ghost
from verheal.contracts.source.model import Problem

MAX_BYTES = 2_000_000
MAX_LINES = 60_000
MAX_NESTING = 200
"""CPython's own tokenizer refuses deeper brackets (MAXLEVEL)."""

_BRACKETS = re.compile(r"[()\[\]{}]")


@dataclass(frozen=True)
class Limits:
    """The largest file that is read: bytes and lines."""

    max_bytes: int = MAX_BYTES
    max_lines: int = MAX_LINES


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class SourceText:
    """A decoded file. `digest` is the sha256 of its bytes, in hexadecimal."""

    path: str
    text: str
    encoding: str
    digest: str


def read_text(file: Path, path: str, limits: Limits = DEFAULT_LIMITS) -> SourceText | Problem:
    """Read the file that is shown as `path`."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem(path, 0, "unreadable", "not a regular file")
        if status.st_size > limits.max_bytes:
            return _too_large(path, f"{status.st_size:,} bytes", f"{limits.max_bytes:,}")
        data = file.read_bytes()
    except PermissionError:
        return Problem(path, 0, "permission-denied", "cannot be read: permission denied")
    except OSError as error:
        return Problem(path, 0, "unreadable", f"cannot be read: {error.strerror or error}")
    return decode(data, path, limits)


def decode(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> SourceText | Problem:
    """Decode as PEP 263 says: byte order mark, coding comment, else UTF-8."""
    if len(data) > limits.max_bytes:
        return _too_large(path, f"{len(data):,} bytes", f"{limits.max_bytes:,}")
    if b"\0" in data:
        return Problem(path, data[: data.index(b"\0")].count(b"\n") + 1, "binary", "holds a NUL byte")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(path, line, "undecodable", f"is not {error.encoding}: {error.reason}")
    except (SyntaxError, LookupError, UnicodeError) as error:
        return Problem(path, _bad_line(data), "undecodable", str(error))
    lines = text.count("\n")
    if lines > limits.max_lines:
        return _too_large(path, f"{lines:,} lines", f"{limits.max_lines:,}")
    return SourceText(path, text.removeprefix("\ufeff"), encoding, hashlib.sha256(data).hexdigest())


def parse(text: str, path: str) -> ast.Module | Problem:
    """The syntax tree of `text`, or why there is none. Never raises for any text."""
    deep = _nesting_problem(text, path)
    if deep is not None:
        return deep
    try:
        with warnings.catch_warnings():
            # Warnings about the user's literals would be printed on standard error.
            warnings.simplefilter("ignore")
            tree = ast.parse(text, filename=path)
        return ghost.plain(tree) if ghost.mentions(text) else tree
    except SyntaxError as error:
        message = error.msg or "invalid syntax"
        code = "too-deep" if "too many nested parentheses" in message else "syntax-error"  # since Python 3.12
        return Problem(path, error.lineno or 0, code, message)
    except (RecursionError, MemoryError):
        message = "an expression or statement is nested too deeply to be parsed"
        return Problem(path, _longest_statement(text), "too-deep", message)
    except ValueError as error:
        return Problem(path, 0, "syntax-error", str(error))


def _too_large(path: str, size: str, limit: str) -> Problem:
    return Problem(path, 0, "too-large", f"{size}; the limit is {limit}")


def _bad_line(data: bytes) -> int:
    """The line that `detect_encoding` stumbled on: it reads two lines and tells no number."""
    for number, line in enumerate(data.split(b"\n")[:2], 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
        if re.match(rb"[ \t\f]*#.*?coding[:=]", line):
            return number
    return 1


def _nesting_problem(text: str, path: str) -> Problem | None:
    """Guard the parser, whose depth is bounded by the C stack; counting exactly is slow, so done if needed.

    Prefix operators and long chains nest without brackets: there `ast.parse` itself raises.
    """
    if text.count("(") + text.count("[") + text.count("{") <= MAX_NESTING or not _may_nest(text):
        return None
    for depth, line in _depths(text):
        if depth > MAX_NESTING:
            return Problem(path, line, "too-deep", f"brackets nested more than {MAX_NESTING} deep")
    return None


def _may_nest(text: str) -> bool:
    """Whether brackets seem deep when strings and comments are taken for code (hence half the limit)."""
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth = depth + 1 if match[0] in "([{" else max(0, depth - 1)
        if depth > MAX_NESTING // 2:
            return True
    return False


def _longest_statement(text: str) -> int:
    """The first line of the statement with the most tokens: the parser does not say where it gave up."""
    best = (0, 0)
    tokens, first = 0, 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NEWLINE:
                best = max(best, (tokens, -first))
                tokens = 0
            elif token.type not in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT):
                first = token.start[0] if tokens == 0 else first
                tokens += 1
    except (tokenize.TokenError, SyntaxError):
        pass  # the best so far
    return -best[1]


def _depths(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.OP and token.string in "([{":
                depth += 1
                yield depth, token.start[0]
            elif token.type == tokenize.OP and token.string in ")]}":
                depth = max(0, depth - 1)
    except (tokenize.TokenError, SyntaxError):
        return  # the parser will say what is wrong, and where
