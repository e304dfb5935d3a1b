"""What only says that a subclass has to write it: methods that raise, class variables without a value."""

from __future__ import annotations

import ast
import inspect
import textwrap
from types import CodeType, TracebackType


def from_abstract_class(error: BaseException) -> bool:
    """Whether what failed is left to subclasses: a method whose whole body is `raise NotImplementedError`, or a class
    variable without a value.

    The class is abstract in all but name: that somebody made an object of it says nothing about the callers.
    """
    return from_abstract_method(error) or of_abstract_variable(error)


def of_abstract_variable(error: BaseException) -> bool:
    """Told by what AttributeError knows since Python 3.10: annotated as `ClassVar`, or where a subclass has a value."""
    if not isinstance(error, AttributeError):
        return False
    value, name = getattr(error, "obj", None), getattr(error, "name", None)
    kind = value if isinstance(value, type) else type(value)
    notes = [(one, str(vars(one).get("__annotations__", {}).get(name, ""))) for one in type.mro(kind)]
    return any("ClassVar" in note or (note and has_below(one, str(name))) for one, note in notes)


def has_below(kind: type, name: str) -> bool:
    """Whether a subclass gives the variable a value in its body."""
    children: list[type] = type.__subclasses__(kind)
    return any(name in vars(below) or has_below(below, name) for below in children)


def from_abstract_method(error: BaseException) -> bool:
    if not isinstance(error, NotImplementedError) or error.__traceback__ is None:
        return False
    last: TracebackType = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    return only_raises(last.tb_frame.f_code)


def only_raises(code: CodeType) -> bool:
    """Whether the function is nothing but one `raise` statement, after its docstring."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    except (OSError, TypeError, SyntaxError, ValueError):
        return False
    function = tree.body[0] if tree.body else None
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    body = [node for node in function.body if not is_text(node)]
    return len(body) == 1 and isinstance(body[0], ast.Raise)


def is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
