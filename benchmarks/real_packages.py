"""Five well-known pure-Python packages of different kinds, and which of their functions are looked at.

They are downloaded and unpacked, never installed and never imported here.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from environments import environment


@dataclass(frozen=True)
class Package:
    """`folder` is the import package inside the wheel; `kind` says what it does."""

    name: str
    version: str
    folder: str
    kind: str


PACKAGES = (
    Package("packaging", "24.2", "packaging", "versions, markers and requirements: parsing and ordering"),
    Package("click", "8.1.8", "click", "command lines: classes, callbacks, terminals"),
    Package("h11", "0.16.0", "h11", "HTTP/1.1: a protocol state machine over bytes"),
    Package("markdown-it-py", "3.0.0", "markdown_it", "Markdown: a text parser of many small rules"),
    Package("humanize", "4.12.3", "humanize", "numbers, sizes, dates and lists as text"),
)
# What the five import: the interpreter that runs witnesses needs it.
DEPENDENCIES = ("mdurl==0.1.2",)


@dataclass(frozen=True)
class Selected:
    """One function. `key` is `module:qualname`, as `verheal check --function` takes it."""

    package: Package
    key: str
    lines: int


def prepare(folder: Path) -> tuple[Path, Path]:
    """Downloads what is missing. Where the packages are, and an interpreter that has what they import."""
    wheels, unpacked = folder / "wheels", folder / "packages"
    for package in PACKAGES:
        pattern = f"{package.name.replace('-', '_')}-{package.version}-*.whl"
        if not list(wheels.glob(pattern)):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
            command += ["--no-deps", "--only-binary", ":all:", "--dest", str(wheels)]
            subprocess.run([*command, f"{package.name}=={package.version}"], check=True, stdout=sys.stderr)
        if not (unpacked / package.folder).is_dir():
            with zipfile.ZipFile(next(wheels.glob(pattern))) as wheel:
                wheel.extractall(unpacked)
    # Keeps the search for [tool.verheal] from reaching the configuration of whatever repository this is in.
    (unpacked / "pyproject.toml").write_text("[tool.verheal]\n", encoding="utf-8")
    return unpacked, environment(folder / "python", DEPENDENCIES)


def select(unpacked: Path, count: int) -> tuple[Selected, ...]:
    """The first `count` of all annotated functions by SHA-256 of `package:module:qualname`."""
    found = [chosen for package in PACKAGES for chosen in annotated(unpacked, package)]
    return tuple(sorted(found, key=_order)[:count])


def annotated(unpacked: Path, package: Package) -> list[Selected]:
    """Functions and methods, not nested ones, with every parameter and the return annotated, once each."""
    found: dict[str, Selected] = {}
    for path in sorted((unpacked / package.folder).rglob("*.py")):
        parts = list(path.relative_to(unpacked).with_suffix("").parts)
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for name, node in _functions(ast.parse(path.read_text(encoding="utf-8")).body, ""):
            if _is_annotated(node, method="." in name) and not _is_overload(node):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found[f"{module}:{name}"] = Selected(package, f"{module}:{name}", lines)
    return list(found.values())


def _order(selected: Selected) -> str:
    return sha256(f"{selected.package.name}:{selected.key}".encode()).hexdigest()


Definition = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Definition]]:
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield prefix + node.name, node
            case ast.ClassDef():
                yield from _functions(node.body, f"{prefix}{node.name}.")
            case ast.If():
                yield from _functions([*node.body, *node.orelse], prefix)
            case ast.Try():
                yield from _functions([*node.body, *node.orelse, *node.finalbody], prefix)


def _is_annotated(node: Definition, method: bool) -> bool:
    given = node.args
    positional = [*given.posonlyargs, *given.args]
    static = any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list)
    if method and not static:
        positional = positional[1:]
    stars = [star for star in (given.vararg, given.kwarg) if star is not None]
    every = [*positional, *given.kwonlyargs, *stars]
    return node.returns is not None and all(parameter.annotation is not None for parameter in every)


def _is_overload(node: Definition) -> bool:
    """A declaration for type checkers, without a body."""
    return any(ast.unparse(d).split(".")[-1] == "overload" for d in node.decorator_list)
