"""`# verheal: skip: reason` comments, and what they stand at."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from dataclasses import dataclass

from verheal.contracts.source.model import Problem, Skip

_SKIP = re.compile(r"#\s*verheal:\s*skip\b\s*:?\s*(?P<reason>.*)$")


@dataclass(frozen=True)
class SkipComment:
    """`alone`: nothing else is on its line. `block_end`: the last line of its block of comments."""

    skip: Skip
    alone: bool
    block_end: int


def skip_comments(text: str, path: str) -> tuple[tuple[SkipComment, ...], tuple[Problem, ...]]:
    """All skips of a text that parses, and a problem for each that gives no reason (it skips nothing)."""
    if "verheal:" not in text:
        return (), ()
    comments = {t.start[0]: t for t in _tokens(text) if t.type == tokenize.COMMENT}
    alone = {line for line, token in comments.items() if not token.line[: token.start[1]].strip()}
    found: list[SkipComment] = []
    problems: list[Problem] = []
    for line, token in sorted(comments.items()):
        match = _SKIP.match(token.string)
        if match is None:
            continue
        reason = match["reason"].strip()
        if not reason:
            message = "`# verheal: skip` needs a reason; ignored"
            problems.append(Problem(path, line, "skip-without-reason", message))
            continue
        end = line
        while line in alone and end + 1 in alone:
            end += 1
        found.append(SkipComment(Skip(reason, line), line in alone, end))
    return tuple(found), tuple(problems)


def _tokens(text: str) -> list[tokenize.TokenInfo]:
    try:
        return list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return []


def skip_of(
    comments: tuple[SkipComment, ...], node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
) -> SkipComment | None:
    """The skip on the lines of the signature or decorators, or in the comment block right above them."""
    if not comments:
        return None
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    body = node.body[0].lineno
    for comment in comments:
        above = comment.alone and comment.block_end == first - 1
        if above or first <= comment.skip.line <= max(node.lineno, body - 1):
            return comment
    return None


def module_skip(comments: tuple[SkipComment, ...], tree: ast.Module) -> SkipComment | None:
    """The skip that stands alone before the first statement, docstring and imports apart."""
    first = 0
    for statement in tree.body:
        is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not is_docstring and not isinstance(statement, (ast.Import, ast.ImportFrom)):
            decorators = getattr(statement, "decorator_list", [])
            first = min([statement.lineno, *(d.lineno for d in decorators)])
            break
    for comment in comments:
        # Right above a definition it is the definition's.
        if comment.alone and (comment.block_end < first - 1 or (first == 0)):
            return comment
    return None
