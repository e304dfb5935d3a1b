"""Source text by syntax-tree position: columns of `ast` are UTF-8 bytes, ours are characters."""

from __future__ import annotations

import ast
import re
from typing import Protocol

from verheal.contracts.source.model import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Located(Protocol):
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None


class Lines:
    """The lines of a text as CPython counts them (form feeds and U+2028 end no line)."""

    def __init__(self, text: str) -> None:
        self.lines = _NEWLINE.split(text)
        self.ascii = text.isascii()

    def column(self, line: int, offset: int) -> int:
        if self.ascii:
            return offset
        text = self.lines[line - 1]
        return offset if text.isascii() else len(text.encode("utf-8")[:offset].decode("utf-8", "replace"))

    def span(self, node: Located) -> Span:
        end_line = node.end_lineno or node.lineno
        end = self.column(end_line, node.end_col_offset or 0)
        return Span(node.lineno, self.column(node.lineno, node.col_offset), end_line, end)

    def source(self, node: ast.expr | None) -> str | None:
        """The expression as written; on one line, so that it parses by itself."""
        if node is None:
            return None
        span = self.span(node)
        if span.line != span.end_line:
            try:
                return ast.unparse(node)
            except (RecursionError, ValueError):  # deeper than the stack, or an integer too long to print
                return "\n".join(self._pieces(span))
        return self.lines[span.line - 1][span.column : span.end_column]

    def text(self, node: ast.expr) -> str:
        return self.source(node) or ""

    def _pieces(self, span: Span) -> list[str]:
        first, *middle = self.lines[span.line - 1 : span.end_line - 1]
        return [first[span.column :], *middle, self.lines[span.end_line - 1][: span.end_column]]
