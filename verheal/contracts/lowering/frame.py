"""The state of one lowering round: statements emitted so far, variables, sites; and the frame of one function in it."""

from __future__ import annotations

from collections.abc import Callable

from verheal.contracts.core.build import default
from verheal.contracts.core.expr import FALSE, TRUE, Expr, Var
from verheal.contracts.core.stmt import Assign, Havoc, If, Stmt
from verheal.contracts.core.types import (
    BOOL,
    NEVER,
    DictT,
    HoleT,
    ListT,
    NeverT,
    SetT,
    TupleT,
    Type,
    UnionT,
    is_unknown,
    show,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.convert import bare, convert
from verheal.contracts.lowering.emission import Emission
from verheal.contracts.lowering.state import Round, Tracked
from verheal.contracts.lowering.values import BOTTOM, Slot, Val
from verheal.contracts.lowering.written import together


class Frame(Emission):
    """The function (the subject, or an inlined call) being lowered: its variables and branches."""

    def reader(self) -> Reader:
        """Reads the annotations of the function that was asked for, whose type variables stand for one type each."""
        return Reader(self.round.program, self.module, variables=None if self.call_site is None else frozenset())

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
                # The variable, not the expression, which may read what was just assigned (x += x).
                self.track(tracked, name, Val(var, value.type))

    def track(self, tracked: Tracked, name: str, value: Val) -> None:
        """Keep what the handlers of a try see of `name` up to date."""
        kind = self.round.learned.slot(f"{tracked.key}:{name}", value.type)
        shadow = Var(f"{tracked.key}:{name}:{show(self.resolve(kind))}", self.resolve(kind))
        self.move(shadow, value)
        self.emit(Assign(Var(f"{tracked.key}:{name}?", BOOL), TRUE))

    def move(self, target: Var, value: Val) -> None:
        """target := value at the target's type; havoc where the target is opaque."""
        if is_unknown(target.type) and bare(value.expr) is None:
            self.emit(Havoc(target))
            return
        if isinstance(value.type, NeverT):
            self.clear(target)
            return
        moved = convert(self.round.program, value.expr, target.type, self.hidden)
        if moved is None:
            # Harmless in a round that is repeated; in the last one it means that the types did not settle.
            self.round.unsettled = True
            self.emit(Havoc(target))
        elif moved != target:
            self.emit(Assign(target, moved))

    def hidden(self) -> Expr:
        """Stands for a value of which nothing is known from here on."""
        return self.opaque().expr

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
        if a is not None and b is not None:
            for one, other in ((a, b), (b, a)):  # one may only see the other's value as of a narrower type
                if one == other or self.aliases.get(one.var) == other:
                    return other
        known = a or b
        assert known is not None
        kind = self._joined(a.type, b.type) if a and b else known.type
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

    def _joined(self, a: Type, b: Type) -> Type:
        """The join; of values nothing is known of, with what is written of both."""
        kind = self.round.learned.join(a, b)
        return together(self.round.learned.seen(k) for k in (a, b)) if is_unknown(kind) else kind

    def _merge_value(self, a: Val, b: Val, tails: tuple[list[Stmt], list[Stmt]]) -> Val:
        if a == b:
            return a
        kind = self._joined(a.type, b.type)
        if kind == NEVER:
            return BOTTOM
        target = self.round.fresh("c", self.resolve(kind))
        for value, sink in ((a, tails[0]), (b, tails[1])):
            self._into(sink, lambda value=value: self.move(target, value))  # type: ignore[misc]
        return Val(target, kind)


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


__all__ = ["Frame", "Round", "Tracked", "holes_in"]
