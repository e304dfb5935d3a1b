"""A frame emits statements: values kept, failures, obligations, heap cells read and written."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, implies, le, lt, select, store
from verheal.contracts.core.expr import FALSE, TRUE, Const, Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Assume, Check, Havoc, If, Pure, Raise, Site, Stmt, Stuck
from verheal.contracts.core.types import (
    INT,
    OPAQUE,
    EnumT,
    TupleT,
    Type,
    UnionT,
    is_reference,
)
from verheal.contracts.lowering.program import Binding, ClassRef, External, FunctionRef
from verheal.contracts.lowering.spans import spans_of
from verheal.contracts.lowering.state import FrameState
from verheal.contracts.lowering.values import Unsupported, Val

WRITES_OLD = "writes what was there before "


class Emission(FrameState):
    """What every part of the lowering uses to write core statements."""

    def meaning(self, dotted: str) -> Binding | None:
        """What `a.b.c` means, `a` being a global name of the module or one that was imported here."""
        head, _, rest = dotted.partition(".")
        program = self.round.program
        start = self.imported[head] if self.is_imported(head) else program.binding(self.module, head)
        fixed = isinstance(start, FunctionRef | ClassRef | External) and start != External(f"builtins.{head}")
        if fixed and not self.is_imported(head) and not program.defines(self.module, head):
            return None  # bound under a condition, such as TYPE_CHECKING: it may not be there
        return program.part(start, rest)

    def is_imported(self, name: str) -> bool:
        """Is it a local name that an import statement of this function, and nothing else, has bound for sure?"""
        return name in self.imported and name in self.env and self.env[name].bound == TRUE

    # -- emission -------------------------------------------------------------------------------------------------

    def emit(self, statement: Stmt) -> None:
        """Append a statement, unless nothing reaches this point."""
        if not self.round.dead:
            self.round.sink.append(statement)

    def resolve(self, kind: Type) -> Type:
        """The type without holes, as far as is known."""
        return self.round.learned.resolve(kind)

    def val(self, expr: Expr, kind: Type | None = None) -> Val:
        """A value of the expression's own type, or of a type with holes that resolves to it."""
        return Val(expr, expr.type if kind is None else kind)

    def name_value(self, value: Val, hint: str = "t") -> Val:
        """The value, evaluated now and kept in a variable, so that later writes do not change it."""
        if isinstance(value.expr, Const):
            return value
        var = self.round.fresh(hint, value.expr.type)
        self.emit(Assign(var, value.expr))
        if value.expr in self.round.made:
            self.round.made[var] = self.round.made[value.expr]
        return Val(var, value.type)

    def havoc(self, kind: Type, hint: str = "any", of: Pure | None = None) -> Val:
        """Any value of a type. References lie below `alloc`.

        `of` says which one it is, in words that two programs share.
        """
        var = self.round.fresh(hint, self.resolve(kind))
        self.emit(Havoc(var, of))
        self.assume_valid(var)
        return Val(var, kind)

    def opaque(self) -> Val:
        """A value nothing is known of."""
        return self.havoc(OPAQUE, "opaque")

    def assume(self, fact: Expr, why: str, rests_on: tuple[str, ...] = ()) -> None:
        """Record what typing or a proved contract guarantees."""
        if fact != TRUE:
            self.emit(Assume(fact, why, rests_on))

    # -- sites, failures ------------------------------------------------------------------------------------------

    def site(self, kind: str, node: ast.AST, text: str | None = None, needs: str = "") -> Site:
        """The obligation's place: the node, or in an inlined callee the call that led here."""
        if self.round.pinned is not None:
            return self.round.pinned
        if self.call_site is not None:
            where, line, end, column, spans = self.call_site
            found = Site(kind, where, line, end, column, needs, spans)
        else:
            line = getattr(node, "lineno", 0)
            end = getattr(node, "end_lineno", line)
            shown = text if text is not None else _source(node)
            found = Site(kind, shown, line, end, getattr(node, "col_offset", 0), needs, spans_of(node))
        self.round.sites.setdefault(found)
        return found

    def fail_if(self, test: Expr, exception: str, node: ast.AST) -> None:
        """Python raises `exception` here when `test` holds; what follows runs only where it does not."""
        if test == FALSE or self.round.dead:
            return
        self.round.exceptions.setdefault(exception)
        failure = Raise(exception, self.site(f"safety:{exception}", node))
        if test == TRUE:
            self.emit(failure)
            self.round.dead = True
        else:
            self.emit(If(test, (failure,)))

    def check(self, site: Site, goal: Expr) -> None:
        """An obligation that does not change the state."""
        self.emit(Check(site, goal))

    def stuck(self, reason: str, line: int, *, may_raise: bool = True, reads_only: bool = False) -> None:
        """Something not modelled happens: the heap may change and any exception may leave."""
        self.round.stucks += 1
        changes = () if reads_only else tuple(self.heap_so_far())
        for var in changes:
            self.note_write(var)
        alloc = self.heap(heap.ALLOC) if changes else None
        before = self.name_value(Val(alloc, INT), "alloc") if alloc is not None else None
        if changes:
            self.round.assumptions.setdefault("containers-invariant")
        self.emit(Stuck(reason, line, changes, may_raise))
        if may_raise and self.call_site is not None and not self.round.dead:
            self.round.opaque_calls.setdefault(self.call_site[:4], reason)
        if before is not None:
            self.assume(le(before.expr, heap.ALLOC), "allocation only grows")

    def unsupported(self, construct: str, node: ast.AST) -> Val:
        """A value of unknown kind, after something that is not modelled."""
        self.stuck(Unsupported(construct, getattr(node, "lineno", 0)).reason, getattr(node, "lineno", 0))
        return self.opaque()

    def give_up(self, reason: str, node: ast.AST) -> None:
        """From here on nothing typed can be relied on: every obligation of the subject becomes Unknown."""
        self.round.gave_up = self.round.gave_up or f"{reason}, line {getattr(node, 'lineno', 0)}"

    # -- heap -----------------------------------------------------------------------------------------------------

    def heap(self, var: Var) -> Var:
        """The heap variable, which from now on is part of the program."""
        known = self.round.heap.setdefault(var.name, var)
        learned = self.round.learned
        if f"heap:{var.name}" not in learned.slots:
            learned.slots[f"heap:{var.name}"] = var.type
            learned.changed = True
        return known

    def heap_so_far(self) -> list[Var]:
        """The heap variables known of this function that may change, those of earlier rounds included."""
        found = {
            n.removeprefix("heap:"): k for n, k in self.round.learned.slots.items() if n.startswith("heap:")
        }
        found |= {name: var.type for name, var in self.round.heap.items()}
        found[heap.ALLOC.name] = INT
        found.pop(heap.CLASS.name, None)
        names = sorted(name for name in found if not name.startswith(heap.KEPT))
        return [self.round.heap.setdefault(name, Var(name, found[name])) for name in names]

    def note_write(self, var: Var, address: Expr | None = None) -> None:
        """Remember which functions write a heap variable, and which of them at what was there before they began."""
        made = -1 if address is None else self.round.made.get(address, -1)
        for owner, began in self.round.writers:
            self.round.learned.note_write(owner, var.name)
            if made <= began:
                self.round.learned.note(f"{WRITES_OLD}{owner}", var.name)

    def read(self, var: Var, address: Expr, kind: Type, hint: str = "h") -> Val:
        """The content of one heap cell now; references read are valid."""
        value = self.name_value(Val(select(self.heap(var), address), kind), hint)
        self.assume_valid(value.expr)
        return value

    def write(self, var: Var, address: Expr, value: Expr) -> None:
        """Change one heap cell."""
        target = self.heap(var)
        self.note_write(var, address)
        self.emit(Assign(target, store(target, address, value)))

    def assume_valid(self, value: Expr) -> None:
        """References at the surface of a value lie in [0, alloc)."""
        self.assume(self.valid(value), "addresses in use lie below alloc")

    def valid(self, value: Expr) -> Expr:
        """The fact that `assume_valid` records."""
        from verheal.contracts.core.build import is_member, item_of, member

        kind = value.type
        if is_reference(kind):
            alloc = self.heap(heap.ALLOC)
            return both(le(integer(0), value), lt(value, alloc))
        match kind:
            case EnumT(members=names):
                return both(le(integer(0), value), lt(value, integer(len(names))))
            case TupleT(items):
                return both(
                    *(self.valid(item_of(value, i)) for i in range(len(items)) if _has_reference(items[i]))
                )
            case UnionT(members):
                picked = [i for i, m in enumerate(members) if _has_reference(m)]
                return both(*(implies(is_member(value, i), self.valid(member(value, i))) for i in picked))
            case _:
                return TRUE

    def allocate(self, kind: Type) -> Val:
        """A new object of a reference type: an address that nothing else holds."""
        alloc = self.heap(heap.ALLOC)
        address = self.round.fresh("new", self.resolve(kind))
        self.emit(Assign(address, alloc))
        self.round.made[address] = self.round.serial
        self.note_write(alloc)
        self.emit(Assign(alloc, _next(alloc)))
        return Val(address, kind)


def _next(alloc: Var) -> Expr:
    from verheal.contracts.core.build import add

    return add(alloc, integer(1))


def _source(node: ast.AST) -> str:
    try:
        return ast.unparse(node)
    except (AttributeError, ValueError, RecursionError):
        return type(node).__name__


def _has_reference(kind: Type) -> bool:
    match kind:
        case TupleT(items) | UnionT(items):
            return any(_has_reference(item) for item in items)
        case _:
            return is_reference(kind) or isinstance(kind, EnumT)
