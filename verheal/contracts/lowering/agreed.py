"""What a callee's contract means at a call: its requires are obligations, its ensures hold where they are proved."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager

from verheal.contracts.core.build import both, no
from verheal.contracts.core.expr import FALSE, TRUE, Expr
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Check,
    Handler,
    If,
    Loop,
    Raise,
    Reraise,
    Scope,
    Site,
    Stmt,
    Stuck,
    Try,
)
from verheal.contracts.core.types import BOOL, ClassT, alternatives
from verheal.contracts.dialects.model import Clause, Contract
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.contracts import clause_truth
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.gathered import exact
from verheal.contracts.lowering.trying import mro
from verheal.contracts.lowering.values import Slot, Val

Definition = ast.FunctionDef | ast.AsyncFunctionDef
MOST_WATCHED = 3


def preconditions(f: Frame, contract: Contract, node: ast.AST) -> Expr:
    """The callee's requires as obligations; gives what is known to hold only when CPython does not check it."""
    unchecked: list[Expr] = []
    for clause in contract.requires:
        site = f.site("pre", node)
        f.round.pinned, saved = site, f.round.pinned
        held = clause_truth(f, clause, None)
        f.round.pinned = saved
        if held is None:
            f.check(f.site("pre", node, needs=f"precondition {clause.text} cannot be read"), FALSE)
            unchecked.append(FALSE)
        elif clause.checked_by_cpython:
            f.round.exceptions.setdefault(clause.raises_on_failure)
            f.emit(If(no(held), (Raise(clause.raises_on_failure, site),)))
        else:
            f.check(site, held)
            unchecked.append(held)
    return both(*unchecked)


def invariants_kept(f: Frame, contract: Contract) -> Expr:
    """Whether `self` satisfies the invariants of its class here; FALSE where that is not known.

    A method's verdict takes them for granted as the call begins. Who has written what an object is made of, such as
    a list that it shares, cannot use that verdict.
    """
    if not contract.invariants_of_class:
        return TRUE
    kept = f.round.fresh("kept", BOOL)
    first = contract.invariants_of_class[0]
    f.round.pinned, pinned = Site("invariant", first.text, first.line, first.end_line), f.round.pinned

    def work() -> None:
        with watching(f):
            held = [clause_truth(f, clause, None) for clause in contract.invariants_of_class]
        f.emit(Assign(kept, both(*(FALSE if one is None else one for one in held))))

    statements, _, _ = f.collect(work)
    f.round.pinned = pinned
    if mentions_stuck(statements):
        return FALSE
    f.emit(Assign(kept, FALSE))
    f.emit(Try(statements, (Handler(None, ()),)))
    return kept


def assume_ensures(
    f: Frame, contract: Contract, entry: dict[str, Slot], value: Val, key: str, pre: Expr
) -> None:
    """Where the callee's postconditions are proved, they hold here too; without them its loops would tell little.

    Evaluating a clause that is proved raises nothing; all of this rests on the callee's own obligations.
    """
    for clause in contract.ensures:
        if f.round.dead or clause.opaque or pre == FALSE:
            return
        rests_on = (f"{key}|post|{clause.text}|1",)
        why = "the callee's postcondition"
        f.env, saved = dict(entry), f.env
        f.round.pinned, pinned = Site("post", clause.text, clause.line, clause.end_line), f.round.pinned

        def work(clause: Clause = clause, why: str = why, rests_on: tuple[str, ...] = rests_on) -> None:
            held = clause_truth(f, clause, value)
            f.assume(FALSE if held is None else held, why, rests_on)

        statements, _, _ = f.collect(work)
        f.round.pinned, f.env = pinned, saved
        if mentions_stuck(statements):
            may_break(f, (clause,), None, value)
        else:
            silent = Handler(None, (Assume(FALSE, why, rests_on),))
            f.emit(If(pre, (Try(statements, (silent,)),)))


def may_break(f: Frame, clauses: tuple[Clause, ...], node: ast.AST | None, result: Val | None = None) -> None:
    """CPython may raise where a clause that it checks does not hold; when it looks is not always known."""
    for clause in clauses:
        if f.round.dead or not clause.checked_by_cpython:
            continue
        site = f.site("raises", node or ast.Pass(lineno=clause.line))
        f.round.pinned, saved = site, f.round.pinned
        held = clause_truth(f, clause, result)
        f.round.pinned = saved
        name = clause.raises_on_failure
        if held is None or not mro(f.round.program, name):
            f.stuck(f"a clause that cannot be read may fail, line {clause.line}", clause.line)
            continue
        f.round.exceptions.setdefault(name)
        looked = f.havoc(BOOL, "looked").expr
        f.emit(If(both(no(held), looked), (Raise(name, site),)))


def look(f: Frame, clauses: tuple[Clause, ...], node: ast.AST | None) -> None:
    """The invariants of the class of `self` may be looked at here.

    icontract does not look at those of an object while it does so already, or a method of the object runs: what an
    invariant calls of its own object is not checked in turn.
    """
    me = f.env.get("self")
    names = f.round.watched
    mine = me is not None and me.var in names
    todo = tuple(c for c in clauses if c.checked_by_cpython and not (mine and c.dialect == "icontract"))
    if todo and (mine or len(names) > MOST_WATCHED):
        f.stuck(f"looks at invariants from within invariants, line {todo[0].line}", todo[0].line)
    elif todo:
        with watching(f):
            may_break(f, todo, node)


@contextmanager
def watching(f: Frame) -> Iterator[None]:
    """While the invariants of `self` are evaluated."""
    me, names = f.env.get("self"), f.round.watched
    f.round.watched = names if me is None else names | {me.var}
    yield
    f.round.watched = names


def guarded(f: Frame, contract: Contract, body: Scope, node: ast.AST) -> Stmt:
    """deal turns exceptions that a contract does not allow into one of its own."""
    raises = contract.raises
    if raises is None or raises.dialect != "deal" or raises.exceptions is None:
        return body
    from verheal.contracts.lowering.trying import exception_name

    names = [exception_name(f, ast.parse(name, mode="eval").body) for name in raises.exceptions]
    known = tuple(name for name in names if name is not None)
    for name in (*known, "deal.RaisesContractError"):
        f.round.exceptions.setdefault(name)
    other: tuple[Stmt, ...] = (Raise("deal.RaisesContractError", f.site("raises", node)),)
    if len(known) < len(names):
        other = (If(f.havoc(BOOL, "allowed").expr, (Reraise(),), other),)
    return Try((body,), (Handler(known, (Reraise(),)), Handler(None, other)))


def exactly_typed(f: Frame, definition: Definition, module: str, bound: dict[str, Val]) -> bool:
    """Are the arguments of just the types that the callee's own verdict is about (no bool for an int)?"""
    spec = definition.args
    reader = Reader(f.round.program, module)
    if not exact(f, definition, module, bound):
        return False
    for a in spec.posonlyargs + spec.args + spec.kwonlyargs:
        if a.annotation is None:
            if a.arg not in ("self", "cls"):
                return False
            continue
        declared = alternatives(reader.type_of(a.annotation))
        for one in alternatives(f.resolve(bound[a.arg].type)):
            below = isinstance(one, ClassT) and any(
                isinstance(d, ClassT) and d.name in f.round.program.describe(one.name).chain for d in declared
            )
            if one not in declared and not below:
                return False
    return True


def mentions_stuck(statements: tuple[Stmt, ...]) -> bool:
    """Is something not modelled among the statements, or an obligation of its own?"""
    for one in statements:
        match one:
            case Stuck() | Check():
                return True
            case If(_, then, orelse):
                if mentions_stuck(then) or mentions_stuck(orelse):
                    return True
            case Loop(head=head, body=body, step=step, orelse=orelse):
                if any(map(mentions_stuck, (head, body, step, orelse))):
                    return True
            case Scope(_, body):
                if mentions_stuck(body):
                    return True
            case Try(body, handlers, orelse, final):
                if any(map(mentions_stuck, (body, orelse, final, *(h.body for h in handlers)))):
                    return True
            case _:
                pass
    return False
