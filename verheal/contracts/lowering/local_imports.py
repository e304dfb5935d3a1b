"""Imports inside functions: the name stands for what it does at the top of a module, from there on.

Law (language reference, "The import statement"): it finds and loads the module and binds the name in the local scope.
Of a module that was read, or that every CPython has, with an attribute that is known to be there, the assumption
`imports-work` says that this succeeds and changes nothing that the function uses.
"""

from __future__ import annotations

import ast
import sys

from verheal.contracts.lowering.closures import binders
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_entries import entries, library_class
from verheal.contracts.lowering.program import Binding, External, Program
from verheal.contracts.source.toplevel import absolute

# Modules of the standard library that some builds or platforms do without.
OPTIONAL = frozenset(
    {"bz2", "crypt", "ctypes", "curses", "dbm", "fcntl", "grp", "idlelib", "lzma", "msilib", "msvcrt",
     "multiprocessing", "nis", "nt", "ossaudiodev", "posix", "pty", "pwd", "readline", "resource", "spwd", "sqlite3",
     "ssl", "syslog", "termios", "tkinter", "tty", "turtle", "turtledemo", "winreg", "winsound", "zlib", "zoneinfo",
     "this", "lib2to3", "antigravity", "distutils", "imp", "asynchat", "asyncore", "smtpd", "cgi", "cgitb",
     "telnetlib", "uu", "xdrlib", "pipes"}
)  # fmt: skip
PURE = ("typing", "collections", "collections.abc", "functools", "itertools", "operator", "contextlib")


def statement(f: Frame, node: ast.Import | ast.ImportFrom) -> None:
    """import a, import a.b as c, from a import b"""
    found = [(_bound(alias, node), _meant(f, node, alias)) for alias in node.names]
    if all(meant is not None for _, meant in found):
        f.round.assumptions.setdefault("imports-work")
    else:
        f.stuck(f"imports at run time, line {node.lineno}", node.lineno)
    for name, meant in found:
        f.assign(name, f.opaque())
        if meant is not None and _only_so(f, name, node):
            f.imported[name] = meant


def _bound(alias: ast.alias, node: ast.Import | ast.ImportFrom) -> str:
    return alias.asname or (alias.name.partition(".")[0] if isinstance(node, ast.Import) else alias.name)


def _meant(f: Frame, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> Binding | None:
    """What the name stands for, where it is certain to be there."""
    program = f.round.program
    if isinstance(node, ast.Import):
        if not _is_there(program, alias.name):
            return None
        return External(alias.name if alias.asname else alias.name.partition(".")[0])
    package = program.modules[f.module].path.endswith("__init__.py")
    module = absolute(node.module or "", node.level, f.module, package)
    if f"{module}.{alias.name}" in program.modules:
        return External(f"{module}.{alias.name}")
    if module in program.modules:
        return program.binding(module, alias.name) if program.defines(module, alias.name) else None
    return External(f"{module}.{alias.name}") if _has(module, alias.name) else None


def _is_there(program: Program, module: str) -> bool:
    root = module.partition(".")[0]
    if module in program.modules:
        return True
    standard = root in sys.stdlib_module_names and root not in OPTIONAL and not root.startswith("_")
    return standard and root not in program.modules and (root == module or module in ("os.path", *PURE))


def _has(module: str, name: str) -> bool:
    dotted = f"{module}.{name}"
    if dotted in entries() or library_class(dotted) is not None:
        return True
    import importlib

    return module in PURE and hasattr(importlib.import_module(module), name)


def _only_so(f: Frame, name: str, node: ast.Import | ast.ImportFrom) -> bool:
    """Does nothing else in the function bind the name?"""
    if name in f.parameters:
        return False
    return [ast.dump(one) for one in binders(f, name)] == [ast.dump(node)]
