"""`del`, and slices of lists that are assigned or deleted: what lies between the bounds is replaced.

Law (library reference, "Mutable Sequence Types"): s[i:j] = t puts the items of t where the slice was; del s[i:j] is the
same with nothing. Where j lies before i the slice is empty and stands at i.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import add, choose, lt, no, select, sub
from verheal.contracts.core.expr import Expr, integer, mapping
from verheal.contracts.core.types import INT, BoolT, DictT, IntT, ListT, MapT, NoneT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.access import line_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.sequences import as_list
from verheal.contracts.lowering.values import NONE_VAL, Val


def delete(f: Frame, target: ast.expr, node: ast.AST) -> None:
    """del target"""
    from verheal.contracts.lowering.expressions import lower
    from verheal.contracts.lowering.methods import container_method

    match target:
        case ast.Name(id=name) if name in f.env and not f.loops and not f.tries:
            slot = f.env.pop(name)
            f.fail_if(no(slot.bound), "UnboundLocalError", node)
        case ast.Subscript(value=inner, slice=ast.Slice() as part):
            base = f.name_value(lower(f, inner))
            replaced(f, base, part, None, node)
        case ast.Subscript(value=inner, slice=index):
            base = f.name_value(lower(f, inner))
            if isinstance(base.type, ListT | DictT):
                pop = ast.Call(ast.Attribute(inner, "pop", ast.Load()), [index], [])
                container_method(f, base, "pop", ast.copy_location(pop, target))
            else:
                f.stuck(f"unsupported: del of this, line {line_of(node)}", line_of(node))
        case ast.Name():
            f.give_up("unsupported: del of a name in a loop or try", node)
        case _:
            f.stuck(f"unsupported: del of this, line {line_of(node)}", line_of(node))


def replaced(f: Frame, base: Val, part: ast.Slice, new: Val | None, node: ast.AST) -> None:
    """base[low:high] = new, or del base[low:high]"""
    from verheal.contracts.lowering.expressions import lower, split_all

    bounds = [lower(f, p) if p is not None else NONE_VAL for p in (part.lower, part.upper, part.step)]

    def one(cases: list[Val]) -> Val:
        if not f.round.dead and not _replaced(f, cases[0], cases[1:], new, node):
            words = "del of this" if new is None else "slice assignment"
            f.stuck(f"unsupported: {words}, line {line_of(node)}", line_of(node))
        return NONE_VAL

    split_all(f, [base, *bounds], one)


def _replaced(f: Frame, base: Val, slice_of: list[Val], new: Val | None, node: ast.AST) -> bool:
    low, high, step = slice_of
    bounds = all(isinstance(bound.type, IntT | BoolT | NoneT) for bound in (low, high))
    if not isinstance(base.type, ListT) or not bounds or not isinstance(step.type, NoneT):
        return False
    between = None if new is None else as_list(f, new, ast.copy_location(ast.Name("new'", ast.Load()), node))
    if new is not None and (between is None or f.resolve(between.type) != f.resolve(base.type)):
        return False
    row, n = containers.row(f, base), containers.size(f, base).expr
    given = [None if isinstance(bound.type, NoneT) else bound for bound in (low, high)]
    start, stop = containers.slice_bounds(f, given[0], given[1], n)
    middle, length = (None, integer(0)) if between is None else _contents(f, between)
    k = f.round.fresh("k", INT)
    end = f.name_value(f.val(add(start, length))).expr
    rest = select(row, add(sub(k, end), stop))
    inside = rest if middle is None else choose(lt(k, end), select(middle, sub(k, start)), rest)
    shorter = sub(n, sub(stop, start))
    containers.set_row(f, base, mapping(k, choose(lt(k, start), select(row, k), inside)), add(shorter, length))
    return True


def _contents(f: Frame, value: Val) -> tuple[Expr, Expr]:
    row = containers.row(f, value)
    assert isinstance(row.type, MapT)
    return row, containers.size(f, value).expr
