"""The two versions that are compared, as they were read, and which functions of them belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from verheal.app.diff_options import FilesOf, FunctionsOf
from verheal.contracts.source.matching import Match
from verheal.contracts.source.model import Function, Module, Repository
from verheal.contracts.source.repository import read_repository
from verheal.contracts.source.together import read_together
from verheal.errors import UsageError


@dataclass(frozen=True)
class Sides:
    """`before` and `after` with what people call them; `chosen` is the one pair that was named, if one was."""

    before: Repository
    after: Repository
    names: tuple[str, str]
    chosen: Match | None = None
    paths: tuple[str, ...] = ()

    def wants(self, path: str) -> bool:
        """Whether what stands in the file is compared."""
        return not self.paths or any(p == "." or path == p or path.startswith(p + "/") for p in self.paths)


def of_folders(before: Path, after: Path, exclude: Sequence[str] = ()) -> tuple[Repository, Repository]:
    """Everything below two folders."""
    return read_repository((".",), before, exclude), read_repository((".",), after, exclude)


def of_functions(wanted: FunctionsOf) -> Sides:
    """Raises UsageError for what is not there or cannot be read."""
    (before_file, before_name), (after_file, after_name) = wanted.before, wanted.after
    before, first = _read(before_file)
    after, second = _read(after_file)
    old, new = _named(first, before_file, before_name), _named(second, after_file, after_name)
    after, second = as_one_module(before, first, after, second)
    new = second.function(new.qualname) or new
    names = (f"{before_file}:{before_name}", f"{after_file}:{after_name}")
    return Sides(before, after, names, Match(old, new))


def of_files(wanted: FilesOf) -> Sides:
    """Two files, or two folders. Raises UsageError for what is not there or cannot be read."""
    names = (str(wanted.before), str(wanted.after))
    if wanted.before.is_dir():
        return Sides(*of_folders(wanted.before, wanted.after), names)
    before, first = _read(wanted.before)
    after, second = _read(wanted.after)
    after, second = as_one_module(before, first, after, second)
    return Sides(before, after, names, None, (first.path, second.path))


def _read(file: Path) -> tuple[Repository, Module]:
    if not file.is_file():
        hint = _nearby(file)
        raise UsageError(f"{file}: {'is a directory' if file.is_dir() else 'no such file'}", hint=hint)
    repository = read_together(file)
    shown = {module.path: module for module in repository.modules}
    resolved = file.resolve()
    for module in shown.values():
        if (Path(repository.root) / module.path).resolve() == resolved:
            return repository, module
    for problem in repository.problems:
        if (Path(repository.root) / problem.path).resolve() == resolved:
            raise UsageError(problem.message, path=file, line=problem.line, hint="both versions have to be readable")
    raise UsageError(f"{file}: is no Python file", hint="its name has to end in .py")


def _nearby(file: Path) -> str:
    try:
        names = [entry.name for entry in file.parent.iterdir()]
    except OSError:
        return f"{file.parent} is no directory either"
    close = get_close_matches(file.name, names, n=1)
    return f"did you mean {file.parent / close[0]}?" if close else "paths are relative to the current directory"


def _named(module: Module, file: Path, qualname: str) -> Function:
    found = module.function(qualname)
    if found is not None and "<locals>" not in qualname:
        return found
    names = sorted({f.qualname for f in module.functions if not f.nested})
    if found is not None:
        raise UsageError(f"{qualname} is nested in another function: no call reaches it", path=file)
    if module.class_named(qualname) is not None:
        hint = f"name one of its methods, such as {qualname}.{_first_method(module, qualname)}"
        raise UsageError(f"{qualname} is a class, not a function", path=file, hint=hint)
    close = get_close_matches(qualname, names, n=3, cutoff=0.5) or names[:5]
    hint = f"there is {', '.join(close)}" if close else "it has no functions"
    raise UsageError(f"no function {qualname}", path=file, hint=hint)


def _first_method(module: Module, qualname: str) -> str:
    names = (f.name for f in module.functions if f.class_name == qualname)
    return next(names, "__init__")


def as_one_module(
    before: Repository, first: Module, after: Repository, second: Module
) -> tuple[Repository, Module]:
    """The version after under the name of the version before: names of modules are no difference between two files.

    Not where another package lies around it, or where one of the two files imports the other.
    """
    if first.name == second.name or first.name.rpartition(".")[0] != second.name.rpartition(".")[0]:
        return after, second
    if any(module.name in (first.name, second.name) for module in _others(before, first, after, second)):
        return after, second
    renamed = _renamed(second, first.name)
    modules = tuple(renamed if module is second else module for module in after.modules)
    return replace(after, modules=modules), renamed


def _others(before: Repository, first: Module, after: Repository, second: Module) -> Iterator[Module]:
    yield from (module for module in before.modules if module is not first)
    yield from (module for module in after.modules if module is not second)


def _renamed(module: Module, name: str) -> Module:
    return replace(
        module,
        name=name,
        functions=tuple(replace(f, module=name) for f in module.functions),
        classes=tuple(replace(c, module=name) for c in module.classes),
    )
