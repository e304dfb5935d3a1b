"""What a module binds at its top level: imports, constants, shadowed builtins, and its other statements."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from verheal.contracts.source.known import BUILTIN_NAMES
from verheal.contracts.source.lines import Lines
from verheal.contracts.source.model import Constant, Import, Statement
from verheal.contracts.source.walk import DEF, Frame


def imports(frames: Iterable[Frame], module: str, is_package: bool) -> Iterator[Import]:
    """Every name that an import binds, in any scope."""
    for frame in frames:
        for node in frame.imports:
            typing_only = _typing_only(frame, node)
            for alias in node.names:
                if isinstance(node, ast.Import):
                    name = alias.asname or alias.name.partition(".")[0]
                    bound = alias.name if alias.asname else name
                    yield Import(name, bound, None, node.lineno, alias.name, frame.qualname, 0, typing_only)
                else:
                    source = absolute(node.module or "", node.level, module, is_package)
                    name = alias.asname or alias.name
                    yield Import(
                        name, source, alias.name, node.lineno, source, frame.qualname, node.level, typing_only
                    )


def absolute(target: str, level: int, module: str, is_package: bool) -> str:
    """The absolute name of `from <level dots><target> import ...` in `module`."""
    if level == 0:
        return target
    parts = module.split(".")
    keep = len(parts) - level + (1 if is_package else 0)
    if keep <= 0:
        return "." * level + target  # CPython raises ImportError: a name that cannot resolve
    return ".".join([*parts[:keep], *([target] if target else [])])


def _typing_only(frame: Frame, node: ast.stmt) -> bool:
    top = frame.node
    if not isinstance(top, ast.If):
        return False
    test = top.test
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return name == "TYPE_CHECKING" and any(node is n for s in top.body for n in ast.walk(s))


def bindings(frames: Sequence[Frame]) -> Counter[str]:
    """How often each module-level name is bound; twice or more means that reading it is not one value."""
    count: Counter[str] = Counter()
    for frame in frames:
        if frame.parent is None:
            count.update({(a.asname or a.name).partition(".")[0] for i in frame.imports for a in i.names})
        elif frame.qualname == "":
            for node in _own(frame.node):
                count.update(_bound_by(node))
        elif frame.parent.qualname == "":
            count[frame.qualname] += 1
        count.update(dict.fromkeys(frame.global_names & frame.stores, 2))
    return count


def _bound_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.AugAssign(target=ast.Name(id=name)):
            yield name
        case ast.For(target=target) | ast.AsyncFor(target=target):
            yield from (n.id for n in ast.walk(target) if isinstance(n, ast.Name))
        case ast.ExceptHandler(name=str() as name):
            yield from (name, name)  # bound, then deleted
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            yield from ((a.asname or a.name).partition(".")[0] for a in aliases)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module-level statement, without what binds in scopes of its own."""
    stack = [node]
    loops = (ast.While, ast.For, ast.AsyncFor)
    while stack:
        item = stack.pop()
        yield item
        if isinstance(item, (*DEF, ast.ClassDef, ast.Lambda, ast.comprehension)):
            continue
        children = list(ast.iter_child_nodes(item))
        stack.extend(children)
        if isinstance(item, loops):
            stack.extend(children)  # may run more than once


def constants(frames: Sequence[Frame], lines: Lines, count: Counter[str]) -> Iterator[Constant]:
    """The names that statements of the module assign, each once."""
    stars = [i.lineno for f in frames for i in f.imports if f.qualname == "" and i.names[0].name == "*"]
    seen: set[str] = set()
    for frame in frames:
        if frame.qualname != "" or frame.parent is None:
            continue
        for name, annotation, value, line in _assignments(frame.node):
            if name not in seen:
                seen.add(name)
                # A later star import may bind anything; what stands in a branch may never be bound.
                branch = not isinstance(frame.node, (ast.Assign, ast.AnnAssign))
                rebound = count[name] > 1 or branch or any(star > line for star in stars)
                yield Constant(name, lines.source(annotation), lines.source(value), line, rebound)


def _assignments(top: ast.AST) -> Iterator[tuple[str, ast.expr | None, ast.expr | None, int]]:
    nodes = sorted((n for n in _own(top) if isinstance(n, ast.stmt)), key=lambda n: (n.lineno, n.col_offset))
    for node in nodes:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node.annotation, node.value, node.lineno
            case ast.Assign(targets=targets):
                for target in targets:
                    parts = _pairs(target, node.value)
                    for found in ast.walk(target):
                        if isinstance(found, ast.Name) and isinstance(found.ctx, ast.Store):
                            yield found.id, None, parts.get(found.id), node.lineno
            case ast.stmt() if type(node).__name__ == "TypeAlias":  # Python 3.12
                yield getattr(node, "name").id, None, getattr(node, "value"), node.lineno  # noqa: B009
            case ast.For() | ast.With() | ast.AugAssign():
                targets = [node.target] if not isinstance(node, ast.With) else [
                    i.optional_vars for i in node.items if i.optional_vars is not None
                ]
                for target in targets:
                    for found in ast.walk(target):
                        if isinstance(found, ast.Name):
                            yield found.id, None, None, node.lineno


def _pairs(target: ast.expr, value: ast.expr) -> dict[str, ast.expr]:
    """The value that each name of a target gets, where that can be read off (`A, B = 1, 2`)."""
    match target, value:
        case ast.Name(id=name), _:
            return {name: value}
        case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
            return {k: v for name, part in zip(names, values, strict=True) for k, v in _pairs(name, part).items()}
        case _:
            return {}


def statements(frames: Iterable[Frame], docstring: str | None) -> Iterator[Statement]:
    """The module-level statements that are no def, class, plain import or docstring."""
    for frame in frames:
        node = frame.node
        if frame.qualname != "" or frame.parent is None or not isinstance(node, ast.stmt):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if not _main_guard(node):
            names = frame.loads | frame.stores
            yield Statement(node.lineno, frame.digest, tuple(sorted(names)), tuple(sorted(frame.stores)))


def _main_guard(node: ast.stmt) -> bool:
    """`if __name__ == "__main__":` never runs on import."""
    match node:
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()]), orelse=[]):
            return True
    return False


def shadows(count: Counter[str]) -> tuple[str, ...]:
    """The builtins that the module binds itself."""
    return tuple(sorted(BUILTIN_NAMES & {n for n, times in count.items() if times}))
