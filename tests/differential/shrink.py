"""Makes a mismatch smaller: statements and subexpressions are dropped while the two outcomes still differ."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

BLOCKS = ("body", "orelse", "finalbody", "handlers")


def shrink(source: str, fails: Callable[[str], bool], most: int = 400) -> str:
    """The smallest text found by greedy descent; `fails` says whether it still differs, `most` bounds the trials."""
    tries, smaller = 0, True
    while smaller and tries < most:
        smaller = False
        for candidate in _candidates(ast.parse(source)):
            tries += 1
            if tries >= most:
                break
            if len(candidate) < len(source) and fails(candidate):
                source, smaller = candidate, True
                break
    return source


def _candidates(tree: ast.Module) -> Iterator[str]:
    """Texts with one thing less, big steps first."""
    for path in _blocks(tree):
        for index in range(len(_at(tree, path))):
            for replacement in _instead(_at(tree, path)[index]):
                made = copy.deepcopy(tree)
                _at(made, path)[index : index + 1] = replacement
                if text := _text(made):
                    yield text
    signature = {id(n) for one in ast.walk(tree) if isinstance(one, ast.arguments) for n in ast.walk(one)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in signature:
            continue
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and name not in ("annotation", "returns"):
                for smaller in _parts(value):
                    made = copy.deepcopy(tree)
                    setattr(list(ast.walk(made))[number], name, smaller)
                    if text := _text(made):
                        yield text


def _blocks(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for number, node in enumerate(ast.walk(tree)):
        found += [(number, name) for name in BLOCKS if isinstance(getattr(node, name, None), list)]
    return [one for one in found if one[0] > 0]


def _at(tree: ast.AST, path: tuple[int, str]) -> list[ast.AST]:
    found: list[ast.AST] = getattr(list(ast.walk(tree))[path[0]], path[1])
    return found


def _instead(node: ast.AST) -> list[list[ast.AST]]:
    inner: list[ast.AST] = [s for name in ("body", "orelse", "finalbody") for s in getattr(node, name, [])]
    return [[], inner] if isinstance(node, ast.stmt) and inner else [[]]


def _parts(value: ast.expr) -> list[ast.expr]:
    inner = [n for n in ast.iter_child_nodes(value) if isinstance(n, ast.expr)]
    constants = [] if isinstance(value, ast.Constant | ast.Name) else [ast.Constant(0), ast.Constant(True)]
    return [*inner, *constants]


def _text(tree: ast.Module) -> str | None:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.FunctionDef | ast.If | ast.For | ast.While | ast.ExceptHandler | ast.Try)
            and not node.body
        ):
            node.body = [ast.Pass()]
    try:
        text = ast.unparse(ast.fix_missing_locations(tree))
        compile(text, "m.py", "exec")
    except (SyntaxError, ValueError, AttributeError):
        return None
    return text + "\n"
