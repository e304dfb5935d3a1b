"""Inferred conditions written into files, and proved again as they stand there; what is not, is taken out again."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from verheal import atomic
from verheal.app.clean import expect_clean
from verheal.contracts.dialects.names import Unreadable
from verheal.contracts.dialects.spelling import Spelled, spell
from verheal.contracts.source.model import Function, Module, Repository
from verheal.contracts.source.resolve import Resolver
from verheal.errors import MissingTool, UsageError
from verheal.prover.run.interpreter import Interpreter
from verheal.report.infer_model import PRE, ConditionResult, InferredResult, InferResult
from verheal.report.model import PROVED, CheckResult

LIBRARIES = ("deal", "icontract")
KINDS_OF_SAFETY = ("raises", "pre", "assert")

Check = Callable[[tuple[str, ...]], CheckResult]
"""Checks the functions of these names, as they stand in the files now."""


@dataclass(frozen=True)
class Writing:
    """`dialect` is one of `dialects.spelling.NAMES`; `allow_dirty`: also what git could not bring back."""

    dialect: str = "pep316"
    allow_dirty: bool = False


def expect_writable(writing: Writing, repository: Repository, interpreter: Interpreter) -> None:
    """Before the work, not after it. Raises UsageError for files that would be lost, or code that would not run,
    MissingTool without libcst."""
    if find_spec("libcst") is None:
        raise MissingTool("libcst is not installed: without it no file can be changed and keep its format")
    if writing.dialect in LIBRARIES:
        from importlib.machinery import PathFinder

        if PathFinder.find_spec(writing.dialect, list(interpreter.paths)) is None:
            hint = f"pip install {writing.dialect}, or name another interpreter by --python"
            raise UsageError(f"{interpreter.executable} has no {writing.dialect}: the code could not run", hint=hint)
    if not writing.allow_dirty:
        expect_clean(Path(repository.root) / module.path for module in repository.modules)


@dataclass
class _File:
    """One file on its way. `groups` are the lines that each function gets, by its place in the file."""

    module: Module
    path: Path
    original: bytes
    groups: dict[Function, list[Spelled]] = field(default_factory=dict)

    def text(self) -> bytes:
        """What it is to hold. Raises Unreadable."""
        from verheal.app.inserting import inserted

        found = inserted(self.original, {function.span.line: group for function, group in self.groups.items()})
        ast.parse(found)
        return found


def written(result: InferResult, repository: Repository, writing: Writing, check: Check) -> InferResult:
    """The result with what was written, and what was not, and why.

    After an interrupt, or any error, all files are as they were.
    """
    session = _Session(repository, writing)
    marked = {(f.path, f.function): session.planned(f) for f in result.functions}
    try:
        for file in session.files:
            atomic.replace(file.path, file.text())
        keys = tuple(function.key for file in session.files for function in file.groups)
        found = check(keys) if keys else None
        if found is not None and found.partial is not None:
            session.restore()
            return replace(result, partial=f"{found.partial}; nothing was written")
        for function in [f for file in session.files for f in file.groups if found and not _holds(f, marked, found)]:
            key = (function.path, function.qualname)
            marked[key] = _unwritten(marked[key], "it is not proved as it would stand there")
            session.leave_out(function)
    except BaseException:
        session.restore()
        raise
    functions = tuple(marked[f.path, f.function] for f in result.functions)
    counts = Counter(one.path for one in functions for condition in one.conditions if condition.written)
    return replace(result, functions=functions, written=dict(counts))


class _Session:
    def __init__(self, repository: Repository, writing: Writing) -> None:
        self.repository, self.writing = repository, writing
        self.known: dict[str, _File] = {}
        self.resolver = Resolver(repository)

    @property
    def files(self) -> list[_File]:
        """Those that get something."""
        return [file for file in self.known.values() if file.groups]

    def restore(self) -> None:
        """All files as they were."""
        for file in self.known.values():
            if file.path.read_bytes() != file.original:
                atomic.replace(file.path, file.original)

    def leave_out(self, function: Function) -> None:
        """Take a function's conditions out again."""
        file = self.known[function.path]
        del file.groups[function]
        atomic.replace(file.path, file.text() if file.groups else file.original)

    def planned(self, found: InferredResult) -> InferredResult:
        """What is to be written of one function's conditions; the others say why not."""
        from verheal.app.inserting import inserted

        module = self.repository.module_at(found.path)
        function = module.function(found.function) if module is not None else None
        if not found.conditions or module is None or function is None:
            return found
        if self._overridden(function):
            return _unwritten(found, "a class below overrides it, and would have to keep it too")
        file = self._file(module)
        if file is None:
            return _unwritten(found, "the file has changed since it was read")
        conditions, group = [], []
        for condition in found.conditions:
            made = self._spelled(condition, function)
            if isinstance(made, Spelled):
                group.append(made)
            conditions.append(replace(condition, written=True) if isinstance(made, Spelled) else made)
        if not group:
            return replace(found, conditions=tuple(conditions))
        try:
            ast.parse(inserted(file.original, {function.span.line: group}))
        except (Unreadable, SyntaxError) as error:
            return _unwritten(found, str(error))
        file.groups[function] = group
        return replace(found, conditions=tuple(conditions))

    def _overridden(self, function: Function) -> bool:
        """Do objects of a class below do something else instead?"""
        if not function.is_method or function.name == "__init__":
            return False
        owner = f"{function.module}:{function.qualname.rpartition('.')[0]}"
        below = [self.resolver.classes[key] for key in self.resolver.descendants(owner)]
        return any(name.rpartition(".")[2] == function.name for one in below for name in one.methods)

    def _spelled(self, condition: ConditionResult, function: Function) -> Spelled | ConditionResult:
        kind = "requires" if condition.kind == PRE else "ensures"
        names = tuple(parameter.name for parameter in function.parameters)
        try:
            return spell(self.writing.dialect, "requires" if kind == "requires" else "ensures", condition.text, names)
        except Unreadable as error:
            return replace(condition, note=str(error))

    def _file(self, module: Module) -> _File | None:
        if module.path not in self.known:
            path = Path(self.repository.root) / module.path
            data = path.read_bytes()
            if sha256(data).hexdigest() != module.digest.removeprefix("sha256:"):
                return None
            self.known[module.path] = _File(module, path, data)
        return self.known[module.path]


def _unwritten(found: InferredResult, why: str) -> InferredResult:
    conditions = tuple(replace(one, written=False, note=one.note or why) for one in found.conditions)
    return replace(found, conditions=conditions)


def _holds(function: Function, marked: Mapping[tuple[str, str], InferredResult], found: CheckResult) -> bool:
    """Is everything proved of it that was written?"""
    wanted = [one for one in marked[function.path, function.qualname].conditions if one.written]
    own = [o for o in found.obligations if (o.path, o.function) == (function.path, function.qualname)]
    posts = [o.verdict in PROVED for o in own if o.kind == "post" and o.inferred]
    safe = all(o.verdict in PROVED for o in own if o.kind.startswith("safety:") or o.kind in KINDS_OF_SAFETY)
    asks = any(one.kind == PRE for one in wanted)
    return bool(own) and all(posts) and len(posts) == _number(wanted) and (safe or not asks)


def _number(conditions: Iterable[ConditionResult]) -> int:
    return sum(one.kind != PRE for one in conditions)
