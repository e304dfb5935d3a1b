"""Generator functions: their body, as it runs when what a call gives is run over; and calls of them.

Law (language reference, "Yield expressions"): a call runs nothing of the body. `yield` gives its value to whoever runs
over the generator; it goes on with None, or raises GeneratorExit where the generator is closed. That nothing is sent or
thrown in, and nothing that it uses changed by others meanwhile, is the assumption `generators-run-over`. Not so in the
body of a context manager: at its `yield` the block runs, which may change all but locals; what it raises is thrown in.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.expr import FALSE
from verheal.contracts.core.stmt import If, Raise, Site
from verheal.contracts.core.types import BOOL, NoneT, OpaqueT, Type
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.arguments import line_of
from verheal.contracts.lowering.conform import bind_holes, goal
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import NONE_VAL, Val

ITERATORS = frozenset(
    f"{module}.{name}"
    for module in ("typing", "collections.abc", "typing_extensions")
    for name in ("Iterator", "Iterable", "Generator")
)
CLOSED = "GeneratorExit"
THROWN = "what the block raises"  # the name of no class: handlers may take it, or not


def begin(f: Frame, reader: Reader, returns: ast.expr | None, contract: Contract) -> bool:
    """The frame becomes that of a generator; False where its contract speaks of what the call gives."""
    if contract.ensures or contract.invariants_of_class:
        return False
    f.generator = True
    f.round.assumptions.setdefault("generators-run-over")
    f.yields, f.yields_anything = _element(reader, returns)
    return True


def _element(reader: Reader, returns: ast.expr | None) -> tuple[Type | None, bool]:
    """The type of the items that an annotation names, None without an annotation; and whether it may be anything."""
    if isinstance(returns, ast.Constant) and isinstance(returns.value, str):
        try:
            returns = ast.parse(returns.value, mode="eval").body
        except SyntaxError:
            return OpaqueT(), False
    match returns:
        case None:
            return None, True
        case ast.Subscript(value=base, slice=inner) if reader.dotted(base) in ITERATORS:
            item = inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else inner
            return reader.type_of(item, deep=True), reader.accepts_anything(item)
        case _:
            return OpaqueT(), reader.accepts_anything(returns) or reader.dotted(returns) in ITERATORS


def may_stop(f: Frame) -> bool:
    """May a StopIteration leave the body, which makes it a RuntimeError (PEP 479)?"""
    from verheal.contracts.lowering.trying import mro

    return any("StopIteration" in (name, *mro(f.round.program, name)) for name in f.round.exceptions)


def yield_value(f: Frame, node: ast.Yield) -> Val:
    """yield value"""
    from verheal.contracts.lowering.expressions import lower

    if not f.generator:
        return f.unsupported("yield", node)
    value = lower(f, node.value) if node.value is not None else NONE_VAL
    if f.round.dead:
        return NONE_VAL
    if f.yields is not None and not f.yields_anything:
        bind_holes(f, value.type, f.yields)
        test = None if isinstance(f.yields, OpaqueT) else goal(f, f.yields, value)
        unknown = f"whether a value yielded fits {f.return_text} is not known, line {line_of(node)}"
        site = Site("type", f"return of {f.return_text}", *f.return_lines, 0, "" if test is not None else unknown)
        f.round.sites.setdefault(site)
        f.check(site, FALSE if test is None else test)
    f.round.exceptions.setdefault(CLOSED)
    if f.manages:
        _run_block(f, value, line_of(node))
    # Not a site of its own: whoever closes the generator raises this, and takes it back.
    closed = Site("raises", "the generator is closed", line_of(node), line_of(node))
    f.emit(If(f.havoc(BOOL, "closed").expr, (Raise(CLOSED, closed, declared=True),)))
    return NONE_VAL


def _run_block(f: Frame, value: Val, line: int) -> None:
    """The block of the with statement gets the value and does what any code may; what it raises is raised here."""
    from verheal.contracts.lowering.calls import escape

    escape(f, value)
    f.stuck(f"runs the block of a with statement, line {line}", line, may_raise=False)
    thrown = Site("raises", THROWN, line, line)
    f.emit(If(f.havoc(BOOL, "thrown").expr, (Raise(THROWN, thrown, declared=True),)))


def yield_from(f: Frame, node: ast.YieldFrom) -> Val:
    """yield from items: each item is yielded."""
    from verheal.contracts.lowering.comprehensions import located
    from verheal.contracts.lowering.statements import lower_block

    if not f.generator:
        return f.unsupported("yield from", node)
    before = f.round.stucks
    item = ast.Yield(ast.Name("item'", ast.Load()))
    loop = ast.For(ast.Name("item'", ast.Store()), node.value, [ast.Expr(item)], [])
    lower_block(f, [located(loop, node)])
    f.env.pop("item'", None)
    return f.opaque() if f.round.stucks > before else NONE_VAL


def give_back(f: Frame, value: Val, node: ast.AST) -> Val:
    """What `return value` leaves in the exception that ends the iteration: nobody looks at None."""
    if not isinstance(value.type, NoneT) and f.yields is not None and not f.yields_anything:
        needs = f"whether what the generator returns fits its annotation is not known, line {line_of(node)}"
        site = Site("type", f"return of {f.return_text}", *f.return_lines, 0, needs)
        f.round.sites.setdefault(site)
        f.check(site, FALSE)
    return NONE_VAL
