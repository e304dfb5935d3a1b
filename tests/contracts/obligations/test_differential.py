"""Random core programs: what the interpreter does on an input against what the obligations say of it."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.contracts.obligations.proving import (
    RESULT,
    B,
    C,
    X,
    Y,
    Z,
    add,
    eq,
    function,
    infer,
    le,
    lt,
    no,
    num,
    plausible,
    sub,
)
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import Var
from verheal.contracts.core.interpreter import Raised, Rejected, Returned, run
from verheal.contracts.core.stmt import (
    Assign,
    Assume,
    Break,
    Check,
    Continue,
    Function,
    Handler,
    If,
    Loop,
    Raise,
    Reraise,
    Return,
    Scope,
    Site,
    Stmt,
    Try,
)
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated

CLASSES = ("ValueError", "KeyError", "IndexError")
numbers = st.one_of(
    st.integers(-2, 3).map(num),
    st.sampled_from((X, Y, Z)),
    st.builds(add, st.sampled_from((X, Y, Z)), st.integers(-2, 2)),
    st.builds(sub, st.sampled_from((X, Y, Z)), st.sampled_from((X, Y, Z))),
)
tests = st.one_of(
    st.sampled_from((B, C, no(B))),
    st.builds(lt, numbers, numbers),
    st.builds(le, numbers, numbers),
    st.builds(eq, numbers, numbers),
)


class Numbering:
    """Distinct sites and loop variables."""

    def __init__(self) -> None:
        self.count = 0

    def site(self, kind: str) -> Site:
        self.count += 1
        # Every third site is used twice, so that equal sites are merged.
        text = f"s{self.count // 3 * 3 if self.count % 3 == 1 else self.count}"
        return Site(kind, text, 1, 1)

    def loop(self) -> str:
        self.count += 1
        return f"L{self.count}"


def _simple(draw: st.DrawFn, names: Numbering, inside: frozenset[str]) -> Stmt:
    kinds = ["assign", "assign", "assign", "flag", "check", "check", "check"]
    if inside:
        kinds += ["raise", "raise", "declared", "return"]
    kinds += ["break", "continue"] if "loop" in inside else []
    kinds += ["reraise"] if "handler" in inside else []
    match draw(st.sampled_from(kinds)):
        case "assign":
            return Assign(draw(st.sampled_from((X, Y, Z))), draw(numbers))
        case "flag":
            return Assign(draw(st.sampled_from((B, C))), draw(tests))
        case "check":
            return Check(names.site("assert"), draw(tests))
        case "raise":
            exception = draw(st.sampled_from(CLASSES))
            return Raise(exception, names.site(f"safety:{exception}"))
        case "declared":
            return Raise(draw(st.sampled_from(CLASSES)), names.site("raises"), True)
        case "return":
            return Return(draw(numbers))
        case "break":
            return Break()
        case "continue":
            return Continue()
        case _:
            return Reraise()


def _statement(
    draw: st.DrawFn, names: Numbering, depth: int, inside: frozenset[str], symbolic: bool
) -> tuple[Stmt, ...]:
    kinds = ("simple", "simple", "if", "if", "if", "try", "try", "loop", "scope")
    kind = draw(st.sampled_from(kinds)) if depth else "simple"

    def block(*more: str, without: tuple[str, ...] = (), most: int = 3) -> tuple[Stmt, ...]:
        return _block(draw, names, depth - 1, (inside - set(without)) | set(more), symbolic, most)

    match kind:
        case "simple":
            return (_simple(draw, names, inside),)
        case "if":
            orelse = block("branch") if draw(st.booleans()) else ()
            return (If(draw(tests), block("branch"), orelse),)
        case "scope":
            return (Scope(Z, block("scope", without=("loop",))),)
        case "loop":
            index = Var(f"i{names.count}", INT)
            names.count += 1
            high = draw(st.sampled_from((X, Y, num(3)))) if symbolic else num(draw(st.integers(0, 3)))
            loop = Loop(
                names.loop(),
                1,
                (),
                lt(index, high),
                (*block("loop"), Assign(Z, index)),
                (Assign(index, add(index, 1)),),
                block(most=1),
            )
            return (Assign(index, num(0)), loop)
        case _:
            caught = st.sampled_from((None, ("ValueError",), ("LookupError", "ValueError")))
            handlers = tuple(Handler(draw(caught), block("handler")) for _ in range(draw(st.integers(0, 2))))
            final = block(without=("handler",), most=2) if draw(st.booleans()) or not handlers else ()
            return (Try(block("try"), handlers, block(most=1) if handlers else (), final),)


def _block(
    draw: st.DrawFn, names: Numbering, depth: int, inside: frozenset[str], symbolic: bool, most: int
) -> tuple[Stmt, ...]:
    count = draw(st.integers(1, most))
    return tuple(stmt for _ in range(count) for stmt in _statement(draw, names, depth, inside, symbolic))


@st.composite
def programs(draw: st.DrawFn, depth: int = 3, symbolic: bool = False) -> Function:
    names = Numbering()
    body = _block(draw, names, depth, frozenset(), symbolic, 4)
    allowed = draw(st.sampled_from((None, None, (), ("ValueError",), ("LookupError",))))
    leave = (Check(Site("post", "post", 9, 9), draw(st.sampled_from((lt(RESULT, 2), le(RESULT, X))))),)
    unwind = (Check(Site("invariant", "unwind", 9, 9), draw(tests)),) if draw(st.booleans()) else ()
    entry = (Assume(draw(st.sampled_from((lt(X, 4), le(0, Y), le(-9, X)))), "requires"),)
    return function(*body, Return(Z), entry=entry, leave=leave, unwind=unwind, allowed=allowed)


inputs = st.fixed_dictionaries(
    {
        "x": st.integers(-2, 3),
        "y": st.integers(-2, 3),
        "z": st.integers(-2, 3),
        "n": st.just(0),
        "b": st.booleans(),
        "c": st.booleans(),
    }
)


def failing(program: Function, found: Generated, env: dict[str, object]) -> set[str]:
    """The obligations that are false of this input, whose assumptions all hold."""
    failed = set()
    for item in found.obligations:
        known = all(evaluate(fact, env) for fact in item.sequent.assumptions)
        if known and not evaluate(item.sequent.goal, env):
            failed.add(item.id)
    return failed


def expected(program: Function, found: Generated, env: dict[str, object]) -> set[str] | None:
    """What the interpreter says: sites of false checks, and of the exception that leaves undeclared."""
    ids = {item.site: item.id for item in found.obligations}
    outcome = run(program, env, 5_000)
    if isinstance(outcome, Rejected):
        return set()
    if not isinstance(outcome, Returned | Raised):
        return None
    failed = {ids[site] for site in outcome.failures}
    if isinstance(outcome, Raised):
        supers = dict(program.mro)[outcome.exception]
        if program.allowed is not None:
            undeclared = not set(program.allowed) & set(supers)
        else:
            undeclared = not outcome.declared
        if undeclared:
            failed.add(ids[program.raises_site])  # type: ignore[index]
            if not outcome.declared:
                failed.add(ids[outcome.site])
    return failed


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(programs(), st.lists(inputs, min_size=6, max_size=6))
def test_formulas_and_interpreter_agree_on_programs_without_induction(
    program: Function, envs: list[dict[str, object]]
) -> None:
    found = generate(program)
    assume(all(report.unrolled for report in found.loops))
    for env in envs:
        says = expected(program, found, env)
        if says is not None:
            assert failing(program, found, env) == says


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(programs(2, True), st.lists(inputs, min_size=20, max_size=20))
def test_what_is_proved_by_induction_never_fails_in_a_run(
    program: Function, envs: list[dict[str, object]]
) -> None:
    found = infer(program)
    assume(any(not report.unrolled for report in found.loops))
    suspects: dict[str, bool] = {}
    by_id = {item.id: item for item in found.obligations}
    for env in envs:
        for name in expected(program, found, env) or ():
            if name not in suspects:
                item = by_id[name]
                suspects[name] = plausible(item.sequent) and all(plausible(s) for s in item.lemmas)
            assert not suspects[name]
