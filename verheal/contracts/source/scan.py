"""A text to a `Module`: the syntax tree is walked once and then dropped."""

from __future__ import annotations

import ast
import hashlib

from verheal.contracts.source.classes import class_
from verheal.contracts.source.comments import SkipComment, module_skip, skip_comments, skip_of
from verheal.contracts.source.functions import Context, docstring, function
from verheal.contracts.source.lines import Lines
from verheal.contracts.source.model import Module, Problem
from verheal.contracts.source.reader import SourceText, parse
from verheal.contracts.source.toplevel import bindings, constants, imports, shadows, statements
from verheal.contracts.source.walk import DEF, Frame, walk


def scan_text(text: str, path: str = "<text>", name: str = "module") -> Module | Problem:
    """The module that a text is, for callers that have no file."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return scan(SourceText(path, text, "utf-8", digest), name)


def scan(
    source: SourceText, name: str, is_package: bool = False, import_root: str = "", is_stub: bool = False
) -> Module | Problem:
    """The module called `name`, or the problem that keeps it from being read. Never raises for any text."""
    tree = parse(source.text, source.path)
    if isinstance(tree, Problem):
        return tree
    try:
        return _module(tree, source, name, is_package, import_root, is_stub)
    except RecursionError:
        return Problem(source.path, 0, "too-deep", "a statement is nested too deeply to be read")


def _module(
    tree: ast.Module, source: SourceText, name: str, is_package: bool, import_root: str, is_stub: bool
) -> Module:
    lines = Lines(source.text)
    comments, problems = skip_comments(source.text, source.path)
    whole = module_skip(comments, tree) if comments else None
    frames = walk(tree)
    classes = frozenset(f.qualname for f in frames if isinstance(f.node, ast.ClassDef))
    context = Context(name, source.path, lines, comments, whole.skip if whole else None, classes)
    count = bindings(frames)
    doc = docstring(tree)
    return Module(
        path=source.path,
        name=name,
        text=source.text,
        digest=source.digest,
        functions=tuple(function(f, context) for f in frames if isinstance(f.node, DEF)),
        classes=tuple(class_(f, context) for f in frames if isinstance(f.node, ast.ClassDef)),
        imports=tuple(imports(frames, name, is_package)),
        constants=tuple(constants(frames, lines, count)),
        is_stub=is_stub,
        encoding=source.encoding,
        shadows=shadows(count),
        is_package=is_package,
        import_root=import_root,
        docstring=doc,
        skip=context.module_skip,
        statements=tuple(statements(frames, doc)),
        problems=(*problems, *_misplaced(frames, comments, whole, source.path)),
    )


def _misplaced(
    frames: list[Frame], comments: tuple[SkipComment, ...], whole: SkipComment | None, path: str
) -> tuple[Problem, ...]:
    """A skip that belongs to nothing would be silently without effect."""
    if not comments:
        return ()
    used = {whole} | {skip_of(comments, f.node) for f in frames if isinstance(f.node, (*DEF, ast.ClassDef))}
    message = "this skip stands at no function, class or module top; ignored"
    return tuple(Problem(path, c.skip.line, "skip-misplaced", message) for c in comments if c not in used)
