"""Says what an exception that left a call of a corpus function means."""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

REJECTED = "precondition"  # the call itself breaks a precondition of the subject
DECLARED = "declared"  # the exception is one that the function announces


@dataclass(frozen=True)
class Source:
    """Lines of leading asserts and of raise statements, by qualified function name.

    The latter with the name of the class that the statement calls, where it calls one by name.
    """

    path: str
    leading: dict[str, frozenset[int]]
    raising: dict[str, dict[int, str]]


def read_source(path: str) -> Source:
    leading: dict[str, frozenset[int]] = {}
    raising: dict[str, dict[int, str]] = {}

    def visit(body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, ast.ClassDef):
                visit(node.body, f"{prefix}{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                name = prefix + node.name
                leading[name] = _leading(node.body)
                found = [n for n in ast.walk(node) if isinstance(n, ast.Raise) and n.exc is not None]
                raising[name] = {line: _class_named(n) for n in found for line in _lines(n)}

    with open(path, encoding="utf-8") as file:
        visit(ast.parse(file.read()).body, "")
    return Source(path, leading, raising)


def _class_named(node: ast.Raise) -> str:
    called = node.exc.func if isinstance(node.exc, ast.Call) else None
    return called.id if isinstance(called, ast.Name) and called.id in vars(builtins) else ""


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _leading(body: list[ast.stmt]) -> frozenset[int]:
    first = body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    statements = body[1:] if documented else body
    lines: set[int] = set()
    for node in statements:
        if not isinstance(node, ast.Assert):
            break
        lines.update(_lines(node))
    return frozenset(lines)


@dataclass(frozen=True)
class Frame:
    owner: str
    file: str
    name: str
    line: int
    locals: dict[str, Any]
    inside: bool


def frames(error: BaseException, path: str) -> list[Frame]:
    result = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        inside = code.co_filename == path
        owner = code.co_qualname.split(".<locals>")[0]
        result.append(
            Frame(owner, code.co_filename, code.co_name, trace.tb_lineno, trace.tb_frame.f_locals, inside)
        )
        trace = trace.tb_next
    return result


def judge(error: BaseException, subject: str, source: Source, declared: tuple[str, ...]) -> str:
    """The kind of the obligation that failed, REJECTED or DECLARED."""
    trail = frames(error, source.path)
    active = any(frame.inside and frame.owner == subject for frame in trail)
    kind = contract_kind(error, trail)
    if kind is None:
        return ordinary(error, trail, subject, source, declared, active)
    if kind == "raises":
        # deal reports the undeclared exception as the cause of its own.
        cause = error.__cause__ or error.__context__ or error
        trail = frames(cause, source.path)
        active = any(frame.inside and frame.owner == subject for frame in trail)
        return ordinary(cause, trail, subject, source, (), active, strict=True)
    if kind == "pre":
        return "pre" if active else REJECTED
    mine = getattr(error, "owner", None) == subject or checked_function(trail) == subject
    return kind if active or mine else f"{kind} outside {subject}"


def contract_kind(error: BaseException, trail: list[Frame]) -> str | None:
    """pre, post, invariant or raises when a contract checker raised, else None."""
    name = type(error).__name__
    if name == "ClauseFailed":
        return str(vars(error)["kind"])
    if name == "ViolationError":
        return icontract_kind(trail[-1])
    if name.endswith("ContractError"):
        kinds = {"PreContractError": "pre", "PostContractError": "post", "InvContractError": "invariant"}
        return kinds.get(name, "raises")
    return None


def icontract_kind(last: Frame) -> str:
    """icontract raises in its wrapper what a helper returned: the call just above the raise tells which."""
    if last.name == "_assert_invariant":
        return "invariant"
    for line in range(last.line, last.line - 20, -1):
        for helper, kind in (("_assert_preconditions(", "pre"), ("_assert_postconditions(", "post")):
            if helper in linecache.getline(last.file, line):
                return kind
    return "contract-error"


def checked_function(trail: list[Frame]) -> str | None:
    """The qualified name of the function whose contract was being checked last."""
    for frame in reversed(trail):
        for name in ("func", "method"):
            holder: Any = frame.locals.get(name) or getattr(frame.locals.get("self"), name, None)
            if isinstance(holder, (types.FunctionType, types.MethodType)):
                plain: Callable[..., Any] = inspect.unwrap(holder)
                return plain.__qualname__
    return None


def ordinary(
    error: BaseException,
    trail: list[Frame],
    subject: str,
    source: Source,
    declared: tuple[str, ...],
    active: bool,
    strict: bool = False,
) -> str:
    """An exception that no contract checker raised."""
    inside = [frame for frame in trail if frame.inside]
    if not inside or inside[-1].owner.startswith("<"):
        return "contract-error"
    last = inside[-1]
    callers = [frame for frame in inside[:-1] if frame.owner == subject]
    if isinstance(error, RecursionError) and active:
        return "safety:RecursionError"
    if isinstance(error, AssertionError) and last.line in source.leading.get(last.owner, frozenset()):
        return "pre" if callers else REJECTED
    if not active:
        return f"{type(error).__name__} outside {subject}"
    if isinstance(error, AssertionError):
        return "assert"
    if last.owner != subject:
        return "raises"
    names = {cls.__name__ for cls in type(error).__mro__}
    # The class that a statement calls may refuse its arguments: what that raises is not what is announced.
    if source.raising[subject].get(last.line, "no") in {"", *names}:
        return "raises" if strict else DECLARED
    return DECLARED if names & set(declared) else f"safety:{type(error).__name__}"
