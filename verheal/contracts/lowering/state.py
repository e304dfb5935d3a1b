"""The state of one lowering round, and of the frame of one function in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.stmt import Site, Stmt
from verheal.contracts.core.types import (
    Type,
)
from verheal.contracts.lowering.holes import Learned
from verheal.contracts.lowering.program import Binding, Program
from verheal.contracts.lowering.spans import Span
from verheal.contracts.lowering.values import Slot, Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.function_values import Made
    from verheal.contracts.lowering.loops import Pinned


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
    writers: list[tuple[str, int]] = field(default_factory=list)  # functions under way, and the serial they began at
    stack: list[str] = field(default_factory=list)
    steps: int = 0
    unsettled: bool = False
    gave_up: str = ""
    walrus: bool = False
    stucks: int = 0
    constructing: list[FrameState] = field(default_factory=list)
    recursive: bool = False
    measure: int = 0
    made: dict[Expr, int] = field(default_factory=dict)  # addresses of new objects, and the serial they were made at
    watched: frozenset[Expr] = frozenset()  # names of objects whose invariants are being looked at
    entry: dict[str, Expr] = field(default_factory=dict)  # what a measure of recursion may speak of, as it was
    owner: str | None = None  # key of the class whose method was asked for, and the type variables of that class
    variables: frozenset[str] = frozenset()
    selves: set[Expr] = field(default_factory=set)  # addresses of objects of which these variables are known
    pinned: Site | None = None
    opaque_calls: dict[tuple[str, int, int, int], str] = field(default_factory=dict)  # calls in which anything may fail
    functions: dict[str, Made] = field(default_factory=dict)  # by the labels of their values
    octets: dict[Expr, bytes] = field(default_factory=dict)  # literals by the values that stand for them
    translated: dict[Expr, tuple[str, ...]] = field(default_factory=dict)  # of which texts a value is the translation

    def every_site(self) -> tuple[Site, ...]:
        """All sites. In a call that does something not modelled, any of its failures may come from that: a run does
        not tell them apart, so none of them can be excluded."""
        found = dict(self.sites)
        for site in self.sites:
            why = self.opaque_calls.get((site.text, site.line, site.end_line, site.column), "")
            if why and site.kind.startswith("safety:"):
                found.setdefault(replace(site, needs=why))
        return tuple(found)

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
class FrameState:
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
    call_site: tuple[str, int, int, int, tuple[Span, ...]] | None = None  # text, line, end line, column, spans
    loops: list[Pinned] = field(default_factory=list)
    loop_entry: dict[str, frozenset[str]] = field(default_factory=dict)
    tries: list[Tracked] = field(default_factory=list)
    olds: dict[str, Val] = field(default_factory=dict)
    aliases: dict[Var, Slot] = field(default_factory=dict)  # what a variable that was narrowed was seen as before
    closure: dict[str, Val] = field(default_factory=dict)
    rebound: Mapping[str, frozenset[str]] | None = None  # what functions made here rebind, once it was asked for
    imported: dict[str, Binding] = field(default_factory=dict)
    constructing: bool = False
    handled: str | None = None
    handling: list[tuple[str, int]] = field(default_factory=list)  # names of `except ... as`, depth of loops
    return_text: str = ""
    return_lines: tuple[int, int] = (0, 0)
    returns_anything: bool = False
    generator: bool = False
    manages: bool = False  # what its block raises is thrown into the generator
    yields: Type | None = None
    yields_anything: bool = False
