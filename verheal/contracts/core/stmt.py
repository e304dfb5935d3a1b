"""Statements and functions of the core. Every Python failure is an explicit branch that ends in `Raise`."""
from __future__ import annotations

from dataclasses import dataclass, field

from verheal.contracts.core.expr import Expr, Var


@dataclass(frozen=True)
class Site:
    """A place in the Python source that gives rise to an obligation.

    `kind` is one of design section 8 ("safety:IndexError", "assert", "pre", "post", "type", "raises", "invariant",
    "loop-invariant", ...); `text` the expression or clause as written; lines are 1-based in `path`.
    Two sites that are equal are one obligation, however many paths lead to them. `needs` is empty, or the reason
    why the obligation cannot be decided by proof (an opaque clause): it is then Unknown, never dropped.
    `spans` are the positions (line, column, end line, end column; columns in UTF-8 bytes from 0) at which CPython may
    say that it fails; empty where only the lines are known. They do not tell two sites apart.
    """

    kind: str
    text: str
    line: int
    end_line: int
    column: int = 0
    needs: str = ""
    spans: tuple[tuple[int, int, int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Assign:
    """`var := value`."""

    var: Var
    value: Expr


@dataclass(frozen=True)
class Pure:
    """What a function gives that is not computed here, but by its name: the same for the same arguments.

    The arguments and the result hold no references; it does nothing else, and reads nothing else.
    """

    name: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True)
class Havoc:
    """`var` becomes any value of its type; or, for who compares two programs, the one that `of` says."""

    var: Var
    of: Pure | None = None


@dataclass(frozen=True)
class Assume:
    """What typing, allocation or a proved contract guarantees here; `why` names it. Never a guess.

    `rests_on` names the obligations (ids) of other functions whose proof this fact takes for granted.
    """

    fact: Expr
    why: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """The obligation that `goal` holds whenever this is reached. It does not change the state."""

    site: Site
    goal: Expr


@dataclass(frozen=True)
class If:
    """Branch on a bool."""

    test: Expr
    then: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...] = ()


@dataclass(frozen=True)
class Loop:
    """`loop { head; if not test: break-to-orelse; body }`; `continue` goes to `step`, which also ends `body`.

    `candidates`: facts over the loop's variables that may be invariant at the top, before `head` (inferred ones and
    written asserts alike): wrong ones cost time only. `bound`: number of rounds when it is known before the loop.
    """

    id: str
    line: int
    head: tuple[Stmt, ...]
    test: Expr
    body: tuple[Stmt, ...]
    step: tuple[Stmt, ...] = ()
    orelse: tuple[Stmt, ...] = ()
    candidates: tuple[Expr, ...] = ()
    measure: Expr | None = None


@dataclass(frozen=True)
class Raise:
    """An exception of class `exception` (qualified name; builtins bare) leaves this place.

    `declared` is true for a `raise` statement written in the function itself.
    """

    exception: str
    site: Site
    declared: bool = False


@dataclass(frozen=True)
class Reraise:
    """The exception being handled is raised again, with the site that it first came from."""


@dataclass(frozen=True)
class Return:
    """Leave the nearest enclosing `Scope` (or the function) with this value; its target variable is the scope's."""

    value: Expr


@dataclass(frozen=True)
class Break:
    """Leave the nearest loop, without its orelse."""


@dataclass(frozen=True)
class Continue:
    """Next round of the nearest loop."""


@dataclass(frozen=True)
class Handler:
    """`exceptions` is None for all exceptions."""

    exceptions: tuple[str, ...] | None
    body: tuple[Stmt, ...]


@dataclass(frozen=True)
class Try:
    """Python's try statement; `final` runs on every way out, and a jump in it replaces the one under way."""

    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...] = ()
    orelse: tuple[Stmt, ...] = ()
    final: tuple[Stmt, ...] = ()


@dataclass(frozen=True)
class Scope:
    """The body of a call that was inlined: `Return` inside assigns `result` and goes on behind the scope."""

    result: Var
    body: tuple[Stmt, ...]


@dataclass(frozen=True)
class Stuck:
    """What is not modelled: every variable of `changes` becomes unknown and any exception may leave here.

    `reason` is a phrase such as "unsupported: yield, line 12" or "calls requests.get, line 3".
    """

    reason: str
    line: int
    changes: tuple[Var, ...]
    may_raise: bool = True


Stmt = (
    Assign | Havoc | Assume | Check | If | Loop | Raise | Reraise | Return | Break | Continue | Try | Scope | Stuck
)


@dataclass(frozen=True)
class Function:
    """One Python function as a core program.

    entry: runs first; what raises or is assumed false here does not satisfy annotations and requires, so such
    inputs are outside every obligation. `exit` runs after every normal return with `result` assigned, `unwind` after
    every exception that leaves `body`; both contain `Check`s. `inputs` are the symbolic constants: parameters and
    the heap variables in their entry state (the program starts with them assigned). `mro` gives for each exception
    class named in the program the names of its superclasses, itself first. `allowed` is None, or the exceptions that
    the written contract allows to leave, and no others; `announced` are those that may leave beside what is raised
    on purpose.
    """

    id: str
    params: tuple[Var, ...]
    inputs: tuple[Var, ...]
    entry: tuple[Stmt, ...]
    body: tuple[Stmt, ...]
    exit: tuple[Stmt, ...]
    unwind: tuple[Stmt, ...]
    result: Var
    mro: tuple[tuple[str, tuple[str, ...]], ...]
    allowed: tuple[str, ...] | None = None
    raises_site: Site | None = None
    sites: tuple[Site, ...] = ()
    assumptions: tuple[str, ...] = ()
    classes: tuple[tuple[str, int], ...] = field(default=())
    announced: tuple[str, ...] = ()
