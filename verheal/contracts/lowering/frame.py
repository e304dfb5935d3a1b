"""The state of one lowering round: statements emitted so far, variables, sites; and the frame of one function in it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, default, implies, le, lt, no, select, store
from verheal.contracts.core.expr import FALSE, TRUE, Const, Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Assume, Check, Havoc, If, Raise, Site, Stmt, Stuck
from verheal.contracts.core.types import (
    BOOL,
    INT,
    NEVER,
    OPAQUE,
    ClassT,
    DictT,
    HoleT,
    ListT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    UnionT,
    is_reference,
    show,
)
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.holes import Learned
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, Slot, Unsupported, Val


@dataclass
class Round:
    """What all frames of one round share."""

    program: Program
    learned: Learned
    subject: str
    sink: list[Stmt] = field(default_factory=list)
    dead: bool = False
    serial: int = 0
    heap: dict[str, Var] = field(default_factory=dict)
    sites: dict[Site, None] = field(default_factory=dict)
    exceptions: dict[str, None] = field(default_factory=dict)
    assumptions: dict[str, None] = field(default_factory=dict)
    writers: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    steps: int = 0
    unsettled: bool = False
    gave_up: str = ""
    walrus: bool = False
    recursive: bool = False
    pinned: Site | None = None

    def fresh(self, hint: str, kind: Type) -> Var:
        """A new core variable."""
        self.serial += 1
        return Var(f"{hint}.{self.serial}", kind)


@dataclass
class Tracked:
    """A `try` whose handlers must see the variables as they were where it raised."""

    key: str
    names: frozenset[str]


@dataclass
class Frame:
    """One function (the subject, or an inlined call) being lowered."""

    round: Round
    module: str
    path: str
    qualname: str
    key: str
    owner: str | None = None
    env: dict[str, Slot] = field(default_factory=dict)
    parameters: frozenset[str] = frozenset()
    locals: frozenset[str] = frozenset()
    result: Var | None = None
    returns: Type | None = None
    call_site: tuple[str, int, int, int] | None = None
    loops: list[Pinned] = field(default_factory=list)
    loop_entry: dict[str, frozenset[str]] = field(default_factory=dict)
    tries: list[Tracked] = field(default_factory=list)
    olds: dict[str, Val] = field(default_factory=dict)
    closure: dict[str, Val] = field(default_factory=dict)
    constructing: bool = False
    handled: str | None = None
    return_text: str = ""
    returns_anything: bool = False

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
        return Val(var, value.type)

    def havoc(self, kind: Type, hint: str = "any") -> Val:
        """Any value of a type. References lie below `alloc`."""
        var = self.round.fresh(hint, self.resolve(kind))
        self.emit(Havoc(var))
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
            where, line, end, column = self.call_site
            found = Site(kind, where, line, end, column, needs)
        else:
            line = getattr(node, "lineno", 0)
            shown = text if text is not None else _source(node)
            found = Site(
                kind, shown, line, getattr(node, "end_lineno", line), getattr(node, "col_offset", 0), needs
            )
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
        changes = () if reads_only else tuple(self.heap_so_far())
        for var in changes:
            self.note_write(var)
        alloc = self.heap(heap.ALLOC) if changes else None
        before = self.name_value(Val(alloc, INT), "alloc") if alloc is not None else None
        self.emit(Stuck(reason, line, changes, may_raise))
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
        """The heap variables known of this function, those of earlier rounds included."""
        found = {
            n.removeprefix("heap:"): k for n, k in self.round.learned.slots.items() if n.startswith("heap:")
        }
        found |= {name: var.type for name, var in self.round.heap.items()}
        found[heap.ALLOC.name] = INT
        found.pop(heap.CLASS.name, None)
        names = sorted(found)
        return [self.round.heap.setdefault(name, Var(name, found[name])) for name in names]

    def note_write(self, var: Var) -> None:
        """Remember which functions and loops write a heap variable."""
        for owner in self.round.writers:
            self.round.learned.note_write(owner, var.name)

    def read(self, var: Var, address: Expr, kind: Type, hint: str = "h") -> Val:
        """The content of one heap cell now; references read are valid."""
        value = self.name_value(Val(select(self.heap(var), address), kind), hint)
        self.assume_valid(value.expr)
        return value

    def write(self, var: Var, address: Expr, value: Expr) -> None:
        """Change one heap cell."""
        target = self.heap(var)
        self.note_write(var)
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
        self.note_write(alloc)
        self.emit(Assign(alloc, _next(alloc)))
        return Val(address, kind)

    # -- variables ------------------------------------------------------------------------------------------------

    def variable(self, name: str, kind: Type) -> Var:
        """The core variable that keeps the Python local `name` while it has this type."""
        prefix = f"{self.key}/" if self.call_site is not None else ""
        suffix = "'" if name in self.parameters else ""
        return Var(f"{prefix}{name}{suffix}:{show(self.resolve(kind))}", self.resolve(kind))

    def assign(self, name: str, value: Val) -> None:
        """name = value."""
        if self.round.dead:
            return
        var = self.variable(name, value.type)
        self.emit(Assign(var, value.expr))
        self.env[name] = Slot(var, value.type, TRUE)
        for tracked in self.tries:
            if name in tracked.names:
                self.track(tracked, name, value)

    def track(self, tracked: Tracked, name: str, value: Val) -> None:
        """Keep what the handlers of a try see of `name` up to date."""
        kind = self.round.learned.slot(f"{tracked.key}:{name}", value.type)
        shadow = Var(f"{tracked.key}:{name}:{show(self.resolve(kind))}", self.resolve(kind))
        self.move(shadow, value)
        self.emit(Assign(Var(f"{tracked.key}:{name}?", BOOL), TRUE))

    def move(self, target: Var, value: Val) -> None:
        """target := value at the target's type; havoc where the target is opaque."""
        if isinstance(target.type, OpaqueT) and not isinstance(value.expr.type, OpaqueT):
            self.emit(Havoc(target))
            return
        moved = convert(self.round.program, value.expr, target.type)
        if moved is None:
            # Harmless in a round that is repeated; in the last one it means that the types did not settle.
            self.round.unsettled = True
            self.emit(Havoc(target))
        elif moved != target:
            self.emit(Assign(target, moved))

    def clear(self, target: Var) -> None:
        """Give a variable that holds nothing yet some value."""
        value = default(target.type)
        self.emit(Havoc(target) if value is None else Assign(target, value))

    # -- control --------------------------------------------------------------------------------------------------

    def collect(self, work: Callable[[], object]) -> tuple[tuple[Stmt, ...], dict[str, Slot], bool]:
        """Lower `work` into statements of its own; gives them, the variables after it, and whether its end is dead."""
        sink, env, dead = self.round.sink, self.env, self.round.dead
        self.round.sink, self.env, self.round.dead = [], dict(env), False
        work()
        found = (tuple(self.round.sink), self.env, self.round.dead)
        self.round.sink, self.env, self.round.dead = sink, env, dead
        return found

    def branch(
        self, test: Expr, then: Callable[[], Val | None], orelse: Callable[[], Val | None]
    ) -> Val | None:
        """if test: then() else: orelse(), with variables and the two values joined behind it."""
        if self.round.dead:
            return BOTTOM
        if test == TRUE:
            return then()
        if test == FALSE:
            return orelse()
        values: list[Val | None] = [None, None]

        def run(index: int, work: Callable[[], Val | None]) -> Callable[[], None]:
            def inner() -> None:
                values[index] = work()

            return inner

        left = self.collect(run(0, then))
        right = self.collect(run(1, orelse))
        return self._join(test, left, right, values)

    def _join(
        self,
        test: Expr,
        left: tuple[tuple[Stmt, ...], dict[str, Slot], bool],
        right: tuple[tuple[Stmt, ...], dict[str, Slot], bool],
        values: list[Val | None],
    ) -> Val | None:
        (then, env1, dead1), (orelse, env2, dead2) = left, right
        if dead1 or dead2:
            self.emit(If(test, then, orelse))
            self.round.dead = dead1 and dead2
            self.env = env2 if dead1 else env1
            return values[1] if dead1 else values[0]
        tails: tuple[list[Stmt], list[Stmt]] = ([], [])
        merged = {
            n: self._merge_slot(n, env1.get(n), env2.get(n), tails) for n in sorted(env1.keys() | env2.keys())
        }
        result = self._merge_value(values[0], values[1], tails) if values[0] and values[1] else None
        self.emit(If(test, then + tuple(tails[0]), orelse + tuple(tails[1])))
        self.env = merged
        return result

    def _into(self, sink: list[Stmt], work: Callable[[], None]) -> None:
        saved, self.round.sink = self.round.sink, sink
        work()
        self.round.sink = saved

    def _merge_slot(
        self, name: str, a: Slot | None, b: Slot | None, tails: tuple[list[Stmt], list[Stmt]]
    ) -> Slot:
        if a is not None and a == b:
            return a
        known = a or b
        assert known is not None
        kind = self.round.learned.join(a.type, b.type) if a and b else known.type
        target = self.variable(name, kind)
        flag = self.round.fresh(f"{name}?", BOOL)
        for slot, sink in ((a, tails[0]), (b, tails[1])):
            self._into(sink, lambda slot=slot: self._settle(slot, target))  # type: ignore[misc]
            sink.append(Assign(flag, slot.bound if slot else FALSE))
        always = a is not None and b is not None and a.bound == TRUE and b.bound == TRUE
        return Slot(target, kind, TRUE if always else flag)

    def _settle(self, slot: Slot | None, target: Var) -> None:
        if slot is None:
            self.clear(target)
        else:
            self.move(target, Val(slot.var, slot.type))

    def _merge_value(self, a: Val, b: Val, tails: tuple[list[Stmt], list[Stmt]]) -> Val:
        if a == b:
            return a
        kind = self.round.learned.join(a.type, b.type)
        if kind == NEVER:
            return BOTTOM
        target = self.round.fresh("c", self.resolve(kind))
        for value, sink in ((a, tails[0]), (b, tails[1])):
            self._into(sink, lambda value=value: self.move(target, value))  # type: ignore[misc]
        return Val(target, kind)


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
            return is_reference(kind)


def holes_in(kind: Type) -> tuple[HoleT, ...]:
    """The holes that a type mentions."""
    match kind:
        case HoleT():
            return (kind,)
        case ListT(element) | SetT(element):
            return holes_in(element)
        case DictT(key, value):
            return holes_in(key) + holes_in(value)
        case TupleT(items) | UnionT(items):
            return tuple(hole for item in items for hole in holes_in(item))
        case _:
            return ()


__all__ = ["ClassT", "Frame", "Round", "Tracked", "holes_in", "no"]
