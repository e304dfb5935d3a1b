"""Lowered code without effects, read back as one expression of the index it depends on.

Only assignments of locals, branches, raises and inlined calls are read back, by exact substitution; whatever
writes the heap, loops, or is not modelled is refused, and the caller lowers a loop instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from verheal.contracts.core.build import both, choose, either, implies, no
from verheal.contracts.core.expr import FALSE, TRUE, App, Binder, Const, Expr, Var, children, forall
from verheal.contracts.core.stmt import Assign, Assume, If, Raise, Return, Scope, Site, Stmt
from verheal.contracts.core.types import INT
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Slot, Val

# Facts that are cheap to find again are not worth a quantifier.
FORGOTTEN = frozenset({"addresses in use lie below alloc", "a dict with a key is not empty"})


@dataclass(frozen=True)
class Failure:
    """`exception` is raised where `test` holds and none of the failures before it does."""

    test: Expr
    exception: str
    site: Site


@dataclass(frozen=True)
class Pure:
    """A value, the ways in which computing it raises (in order), and what is known while it is computed."""

    value: Expr
    failures: tuple[Failure, ...]
    facts: tuple[tuple[Expr, str], ...]

    @property
    def fails(self) -> Expr:
        """Does computing the value raise?"""
        return either(*(failure.test for failure in self.failures))


class _Refused(Exception):
    """The code is not of the kind that can be read back."""


@dataclass
class _Path:
    """Values of the variables assigned so far, and the condition under which control still runs here."""

    env: dict[Var, Expr]
    alive: Expr = TRUE


@dataclass
class _Reader:
    heap: frozenset[str]
    failures: list[Failure] = field(default_factory=list)
    facts: list[tuple[Expr, str]] = field(default_factory=list)
    assigned: set[Var] = field(default_factory=set)

    def block(self, statements: tuple[Stmt, ...], path: _Path, under: Expr, result: Var | None) -> None:
        """Run statements symbolically; `under` is the condition of the branches around."""
        for statement in statements:
            if path.alive == FALSE:
                return
            self.step(statement, path, under, result)

    def step(self, statement: Stmt, path: _Path, under: Expr, result: Var | None) -> None:
        match statement:
            case Assign(var, value):
                self.assign(path, var, substitute(value, path.env))
            case Assume(fact, why, rests_on):
                if rests_on:
                    raise _Refused
                if why not in FORGOTTEN:
                    self.facts.append((implies(both(under, path.alive), substitute(fact, path.env)), why))
            case Raise(exception, site, declared):
                if declared:
                    raise _Refused
                self.failures.append(Failure(both(under, path.alive), exception, site))
                path.alive = FALSE
            case Return(value):
                if result is None:
                    raise _Refused
                found = substitute(value, path.env)
                earlier = path.env.get(result)
                if earlier is not None and earlier.type != found.type:
                    raise _Refused
                self.assign(path, result, found if earlier is None else choose(path.alive, found, earlier))
                path.alive = FALSE
            case If(test, then, orelse):
                self.fork(substitute(test, path.env), then, orelse, path, under, result)
            case Scope(inner, body):
                before = path.alive
                count = len(self.failures)
                path.env.pop(inner, None)
                self.block(body, path, under, inner)
                raised = either(*(failure.test for failure in self.failures[count:]))
                path.alive = before if raised == FALSE else both(before, no(raised))
            case _:
                raise _Refused

    def assign(self, path: _Path, var: Var, value: Expr) -> None:
        """var := value"""
        if var.name in self.heap:
            raise _Refused
        self.assigned.add(var)
        path.env[var] = value

    def fork(
        self,
        test: Expr,
        then: tuple[Stmt, ...],
        orelse: tuple[Stmt, ...],
        path: _Path,
        under: Expr,
        result: Var | None,
    ) -> None:
        """Both sides of a branch, joined."""
        left, right = _Path(dict(path.env), path.alive), _Path(dict(path.env), path.alive)
        self.block(then, left, both(under, test), result)
        self.block(orelse, right, both(under, no(test)), result)
        path.env = self.join(test, left, right, result)
        if left.alive == right.alive:
            path.alive = left.alive
        elif left.alive == FALSE:
            path.alive = both(no(test), right.alive)
        else:
            path.alive = both(test, left.alive) if right.alive == FALSE else choose(test, left.alive, right.alive)

    def join(self, test: Expr, left: _Path, right: _Path, result: Var | None) -> dict[Var, Expr]:
        """Variables behind a branch. Where one side has left, only the result of its scope matters."""
        found: dict[Var, Expr] = {}
        for var in {**left.env, **right.env}:
            a, b = left.env.get(var), right.env.get(var)
            if a is None or b is None or a == b:
                kept = a if a is not None else b
            elif var != result and FALSE in (left.alive, right.alive):
                kept = b if left.alive == FALSE else a
            else:
                kept = choose(test, a, b)
            assert kept is not None
            found[var] = kept
        return found


def substitute(term: Expr, env: dict[Var, Expr]) -> Expr:
    """The term with variables replaced. Bound variables are fresh, so nothing is captured."""
    known: dict[Expr, Expr] = {}

    def go(one: Expr) -> Expr:
        if isinstance(one, Const):
            return one
        if isinstance(one, Var):
            return env.get(one, one)
        found = known.get(one)
        if found is None:
            found = known[one] = _rebuilt(one, go)
        return found

    return go(term) if env else term


def _rebuilt(one: App | Binder, go: Callable[[Expr], Expr]) -> Expr:
    if isinstance(one, App):
        args = tuple(go(arg) for arg in one.args)
        if one.op == "ite":
            return choose(*args)
        return one if args == one.args else App(one.op, args, one.type, one.index)
    low = None if one.low is None else go(one.low)
    high = None if one.high is None else go(one.high)
    return Binder(one.kind, one.var, go(one.body), one.type, low, high)


def mentions(term: Expr, variables: set[Var]) -> bool:
    """Does one of the variables occur in the term?"""
    seen: set[Expr] = set()
    todo = [term]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, Var) and one in variables:
            return True
        todo.extend(children(one))
    return False


def purify(f: Frame, statements: tuple[Stmt, ...], value: Expr) -> Pure | None:
    """What the statements followed by `value` compute; None when they do more than that."""
    reader = _Reader(frozenset(f.round.heap))
    path = _Path({})
    try:
        reader.block(statements, path, TRUE, None)
    except _Refused:
        return None
    found = Pure(substitute(value, path.env), tuple(reader.failures), tuple(reader.facts))
    terms = [found.value, *(failure.test for failure in found.failures)]
    # A variable that is read where no path assigned it would stand for nothing.
    if any(mentions(term, reader.assigned) for term in terms):
        return None
    facts = tuple(fact for fact in found.facts if not mentions(fact[0], reader.assigned))
    return Pure(found.value, found.failures, facts)


def attempt(f: Frame, work: Callable[[], Val | None]) -> Val | None:
    """The value of `work` with all that it emits; when it gives None, nothing of what it emitted stays."""
    found: list[Val | None] = []
    known = len(f.round.sites)
    statements, env, dead = f.collect(lambda: found.append(work()))
    if not found or found[0] is None:
        _forget_sites(f, known)
        return None
    if not f.round.dead:
        f.round.sink.extend(statements)
        f.env = env
        f.round.dead = dead
    return found[0]


def of_index(f: Frame, work: Callable[[], Val], hidden: frozenset[str]) -> tuple[Val, Pure] | None:
    """`work` lowered apart and read back. `hidden` are the names that it may assign."""
    found: list[Val] = []
    before = f.env
    known = len(f.round.sites)
    statements, after, dead = f.collect(lambda: found.append(work()))
    same = not dead and bool(found) and _visible(before, hidden) == _visible(after, hidden)
    pure = purify(f, statements, found[0].expr) if same else None
    if pure is None:
        _forget_sites(f, known)
        return None
    return found[0], pure


def _forget_sites(f: Frame, known: int) -> None:
    """Those behind the first ones stand in code that was thrown away: nothing is claimed there, so nothing is shown."""
    for site in list(f.round.sites)[known:]:
        del f.round.sites[site]


def _visible(env: dict[str, Slot], hidden: frozenset[str]) -> dict[str, Slot]:
    return {name: slot for name, slot in env.items() if name not in hidden}


def raise_first(f: Frame, k: Var, n: Expr, pure: Pure) -> None:
    """The computation is made for k = 0, 1, ... below n: the first failure leaves."""
    known(f, k, n, pure)
    if pure.fails == FALSE:
        return
    from verheal.contracts.lowering.indices import first_index

    some = no(forall(k, Const(0, INT), n, no(pure.fails)))
    kinds = {(failure.exception, failure.site) for failure in pure.failures}
    if len(kinds) == 1:
        only = pure.failures[0]
        f.emit(If(some, (Raise(only.exception, only.site),)))
        return
    statements, _, _ = f.collect(lambda: leave_at(f, first_index(f, k, n, pure.fails), k, pure))
    f.emit(If(some, statements))


def known(f: Frame, k: Var, n: Expr, pure: Pure) -> None:
    """What holds while the computation is made for each index."""
    for fact, why in pure.facts:
        f.assume(forall(k, Const(0, INT), n, fact), why)


def leave_at(f: Frame, at: Expr, k: Var, pure: Pure) -> None:
    """Raise what the computation raises at this index, if it does."""
    for failure in pure.failures:
        f.emit(If(substitute(failure.test, {k: at}), (Raise(failure.exception, failure.site),)))
