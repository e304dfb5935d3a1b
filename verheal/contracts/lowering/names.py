"""Names: locals, module constants, and what else a name may stand for."""

from __future__ import annotations

import ast
import sys

from verheal.contracts.core.build import boolean, no, real, text
from verheal.contracts.core.expr import TRUE, integer
from verheal.contracts.core.types import ClassT
from verheal.contracts.lowering import class_values, module_variables
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import ClassRef, ConstantRef, External, FunctionRef
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def read_name(f: Frame, name: str, node: ast.AST) -> Val:
    """The value a name has here."""
    slot = f.env.get(name)
    if slot is not None:
        if slot.bound != TRUE:
            f.fail_if(no(slot.bound), _unbound(f, node), node)
        return f.name_value(Val(slot.var, slot.type), name) if f.round.walrus else Val(slot.var, slot.type)
    if name in f.locals:
        f.fail_if(TRUE, _unbound(f, node), node)
        return BOTTOM
    if name in f.closure:
        return f.closure[name]
    match f.meaning(name):
        case ConstantRef(module, found) if not found.rebound and found.value is not None:
            return named_constant(f, module, found.name, found.value, node)
        case ClassRef(key) if surely_bound(f, name):
            f.round.assumptions.setdefault("globals-not-rebound")
            return Val(f.opaque().expr, class_values.label_of(f.round.program, key))
        case FunctionRef() | External() if surely_bound(f, name):
            f.round.assumptions.setdefault("globals-not-rebound")
            return f.opaque()  # a function, class or module as a value: reading it does nothing
        case None if (held := module_variables.variable(f, name)) is not None:
            return held
        case _:
            f.stuck(
                f"reads {name}, which is not modelled, line {getattr(node, 'lineno', 0)}",
                getattr(node, "lineno", 0),
                reads_only=True,
            )
            return f.opaque()


def surely_bound(f: Frame, name: str) -> bool:
    """Is the global name bound whenever the function runs: by a plain statement of the module, or as a builtin?"""
    if f.is_imported(name) or f.meaning(name) == External(f"builtins.{name}"):
        return True
    return f.round.program.defines(f.module, name)


def _unbound(f: Frame, node: ast.AST) -> str:
    """What reading a local that is not bound raises: a scope inside the function has it as a free variable.

    PEP 709: since Python 3.12 comprehensions, other than generators, are no scopes of their own here.
    """
    try:
        function, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return "UnboundLocalError"
    scopes: tuple[type[ast.AST], ...] = (ast.GeneratorExp,)
    if sys.version_info < (3, 12):
        scopes += (ast.ListComp, ast.SetComp, ast.DictComp)
    parts = (part for one in ast.walk(function) if isinstance(one, scopes) for part in _inside(one))
    return "NameError" if any(_within(node, part) for part in parts) else "UnboundLocalError"


def _inside(one: ast.AST) -> list[ast.expr]:
    """What a comprehension evaluates in its own scope: all but its first iterable."""
    generators: list[ast.comprehension] = getattr(one, "generators", [])
    found = [getattr(one, name) for name in ("elt", "key", "value") if hasattr(one, name)]
    found += [test for generator in generators for test in generator.ifs]
    return found + [generator.iter for generator in generators[1:]]


def _within(node: ast.AST, part: ast.expr) -> bool:
    if not isinstance(node, ast.expr):
        return False
    start, end = (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)
    low, high = (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)
    return low <= start and end <= high


def named_constant(f: Frame, module: str, name: str, source: str, node: ast.AST) -> Val:
    """What the module binds to the name once, by this expression."""
    from verheal.contracts.lowering import displays

    shown = displays.constant(f, module, name, source) if source[:1] in "{[" else None
    if shown is None:
        return module_constant(f, module, source, node)
    f.round.assumptions.setdefault("globals-not-rebound")
    return shown


def module_constant(f: Frame, module: str, source: str, node: ast.AST) -> Val:
    """A module-level constant that is bound once to an immutable literal."""
    try:
        value = ast.literal_eval(source)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        value = _folded(source)
    f.round.assumptions.setdefault("globals-not-rebound")
    found = literal(f, value) or _of_library(f, module, source)
    if found is None:
        f.stuck(
            f"reads module state {source[:30]!r}, line {getattr(node, 'lineno', 0)}",
            getattr(node, "lineno", 0),
            may_raise=False,
            reads_only=True,
        )
        return _made_at_import(f, module, source)
    return found


def _of_library(f: Frame, module: str, source: str) -> Val | None:
    """An object of the standard library that a call made when the module was imported."""
    from verheal.contracts.core.types import LibraryT
    from verheal.contracts.lowering.plain_types import plain_type

    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    kind = plain_type(Reader(f.round.program, module), None, tree)
    if not isinstance(kind, LibraryT):
        return None
    f.round.assumptions.setdefault("library-as-documented")
    return f.havoc(kind, "constant")


def _made_at_import(f: Frame, module: str, source: str) -> Val:
    """What is plain to see of a constant that is no literal: its type, of an object made by its class just this one."""
    from verheal.contracts.core import heap
    from verheal.contracts.core.build import same, select
    from verheal.contracts.lowering.plain_types import plain_type

    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return f.opaque()
    kind = plain_type(Reader(f.round.program, module), None, tree)
    value = f.havoc(kind, "constant")
    program = f.round.program
    moved = "__class__" in program.stores() or any(name == "__class__" for name, _ in program.all_touched().replaced)
    if isinstance(kind, ClassT) and isinstance(tree, ast.Call) and not moved:
        number = integer(program.describe(kind.name).number)
        f.assume(same(select(f.heap(heap.CLASS), value.expr), number), "class of a constant")
    return value


def _folded(source: str) -> object:
    """Integer arithmetic on literals (60 * 60 * 24), which people write for readability; else Ellipsis."""
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ...
    return _fold(tree)


def _fold(node: ast.expr) -> object:
    match node:
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _fold(operand)
            return -inner if isinstance(inner, int) else ...
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _fold(left), _fold(right)
            if not isinstance(a, int) or not isinstance(b, int):
                return ...
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b if abs(a) < 2**64 and abs(b) < 2**64 else ...
                case ast.Pow() if 0 <= b <= 256 and abs(a) <= 256:
                    return int(a**b)
                case ast.FloorDiv() if b:
                    return a // b
                case _:
                    return ...
        case _:
            return ...


def literal(f: Frame, value: object) -> Val | None:
    """An immutable value that is modelled; None of others."""
    from verheal.contracts.lowering.expressions import tuple_of

    match value:
        case bool():
            return f.val(boolean(value))
        case int():
            return f.val(integer(value))
        case float():
            return f.val(real(value))
        case str():
            return f.val(text(value))
        case None:
            return NONE_VAL
        case tuple():
            items = [literal(f, item) for item in value]
            return tuple_of(f, [item for item in items if item]) if all(items) else None
        case _:
            return None
