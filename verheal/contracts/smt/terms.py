"""Walks over expressions as shared graphs: every distinct term is visited once, without recursion."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, children

NOTHING: frozenset[Var] = frozenset()


def postorder(
    roots: Iterable[Expr],
    below: Callable[[Expr], tuple[Expr, ...]] = children,
    skip: Callable[[Expr], bool] | None = None,
) -> Iterator[Expr]:
    """Every distinct term under the roots, children first, each once; nothing at or under what `skip`
    names.
    """
    seen: set[Expr] = set()
    stack: list[Expr | None] = []
    for root in roots:
        stack.append(root)
        while stack:
            term = stack.pop()
            if term is None:  # the parts of the next one are done
                done = stack.pop()
                assert done is not None
                yield done
            elif term not in seen and (skip is None or not skip(term)):
                seen.add(term)
                parts = below(term)
                if parts:
                    stack += (term, None)
                    stack += parts[::-1]
                else:
                    yield term


def bound_variables(roots: Iterable[Expr]) -> frozenset[Var]:
    """The variables that some binder under the roots binds."""
    return frozenset(term.var for term in postorder(roots) if isinstance(term, Binder))


def free_variables(roots: Iterable[Expr], among: frozenset[Var] | None = None) -> dict[Expr, frozenset[Var]]:
    """For every term under the roots its free variables, or those of them in `among`."""
    free: dict[Expr, frozenset[Var]] = {}
    for term in postorder(roots):
        if isinstance(term, Var):
            free[term] = frozenset((term,)) if among is None or term in among else NOTHING
        elif isinstance(term, Binder):
            edges = NOTHING.union(*(free[part] for part in (term.low, term.high) if part is not None))
            free[term] = edges | (free[term.body] - {term.var})
        else:
            parts = [free[part] for part in children(term)]
            free[term] = parts[0] if len(parts) == 1 else NOTHING.union(*parts)
    return free


def uses(roots: Iterable[Expr], below: Callable[[Expr], tuple[Expr, ...]] = children) -> dict[Expr, int]:
    """How often each term occurs as a root or as a direct part of a distinct term."""
    fixed = tuple(roots)
    counts: dict[Expr, int] = {}
    for root in fixed:
        counts[root] = counts.get(root, 0) + 1
    for term in postorder(fixed, below):
        for part in below(term):
            counts[part] = counts.get(part, 0) + 1
    return counts


def replace(term: Expr, known: Mapping[Expr, Expr]) -> Expr:
    """The term with the keys of `known` replaced by their values, outside binders of variables these
    mention.
    """
    done: dict[Expr, Expr] = dict(known)
    for part in postorder((term,), skip=lambda part: part in known):
        match part:
            case Const() | Var():
                done[part] = part
            case App(op, args, kind, index):
                fresh = tuple(done[arg] for arg in args)
                unchanged = all(a is b for a, b in zip(fresh, args, strict=True))
                done[part] = part if unchanged else App(op, fresh, kind, index)
            case Binder(kind, var, body, sort, low, high):
                inner = {old: new for old, new in known.items() if old != var}
                body = done[body] if var not in known else replace(body, inner)
                edges = (done[low] if low is not None else None, done[high] if high is not None else None)
                done[part] = Binder(kind, var, body, sort, *edges)
    return done[term]
