"""The stations of one function: lowering, obligations, texts, the portfolio, the report."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from verheal.contracts.core.expr import FALSE
from verheal.contracts.core.stmt import Site
from verheal.contracts.dialects.documented import granted
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.loops import assigned_names
from verheal.contracts.lowering.program import ClassRef, External
from verheal.contracts.obligations.model import Obligation, Sequent
from verheal.contracts.smt.printer import Unprintable
from verheal.contracts.source.model import Function, Module
from verheal.lattice.levels import For
from verheal.proofs.claim import RaiseSite
from verheal.proofs.reasons import Reason
from verheal.prover import opinions
from verheal.prover.analysis import Bench
from verheal.prover.belongings import class_contracts
from verheal.prover.claims import Origin, assumptions, raise_sites
from verheal.prover.clock import Clock
from verheal.prover.corroborating import corroborate
from verheal.prover.executing import Execution, execution
from verheal.prover.findings import detail, finding
from verheal.prover.lowered import Core, core_of
from verheal.prover.opinions import LEAST_SECONDS, WIDE_BUDGET
from verheal.prover.outcome import Costs, FunctionReport
from verheal.prover.places import where
from verheal.prover.portfolio import (
    RLIMIT_PER_SECOND,
    SMALL_RLIMIT,
    Excuse,
    mint,
    model_phase,
    reach_phase,
    search_again,
    search_phase,
    solver_phase,
    tested,
)
from verheal.prover.promises import callees, contract_for, inferred_kinds
from verheal.prover.run.runner import Runner
from verheal.prover.run.search import SearchReport
from verheal.prover.solving import Solving
from verheal.prover.suggesting import suggestions
from verheal.prover.task import Task
from verheal.prover.texts import Texts
from verheal.prover.witnesses import Writer, writer
from verheal.prover.work import Work, classified

NO_TEXT = ""


@dataclass(frozen=True)
class Running:
    """How the function can be run, or why it is not."""

    execution: Execution | None
    why_not: str = ""
    no_inputs: str = ""  # why no arguments could be made up; the solver may know some
    hangs: bool = False  # the search was given up for calls that did not end

    @property
    def excuse(self) -> Excuse | None:
        """What to say where a run is missing."""
        if self.why_not:
            return Excuse(Reason.NOT_RUN, self.why_not)
        if self.hangs and self.execution is not None and not self.execution.runner.kept:
            return Excuse(Reason.VACUOUS, "no call of it that was tried came to an end in its time")
        return Excuse(Reason.UNTYPED, self.no_inputs) if self.no_inputs else None


def examine(bench: Bench, task: Task, started: float) -> FunctionReport:
    """Everything about one function. Errors of verheal's own in one phase are told in the report's notes."""
    module, function = bench.functions[task.key]
    clock = Clock(started, bench.setting.budget, bench.boxes)
    notes: list[str] = []
    contract = contract_for(bench, module, function, notes)
    solving = Solving(bench.cache)
    core = core_of(bench, module, function, solving, clock)
    notes += core.notes
    if not core.obligations:
        core = core.with_obligations(_fallback(function, contract, core.gave_up))
    works = _works(bench, module, function, contract, core, task)
    running = prepared(bench, task, module, function, contract)
    report = SearchReport(stopped="not run")
    with _guarded(notes, "search"):
        if running.execution is not None:
            report = search_phase(running.execution, works, clock)
    if report.stopped.startswith("not importable"):
        running = Running(running.execution, _why_not_importable(report))
        if report.problem is not None and report.problem["outcome"] not in ("not_found", "lost"):
            bench.broken[module.name] = running.why_not
    elif report.stopped.startswith("unsupported: "):
        running = replace(running, no_inputs=_why_no_inputs(report))
    elif report.stopped == "hangs":
        running = replace(running, hangs=True)
    written: Writer | None = None
    with _guarded(notes, "witnesses"):
        written = _writer(bench, module, function, core) if running.execution is not None else None
    with _guarded(notes, "solver"):
        _solve(solving, works, clock, running, written, SMALL_RLIMIT)
    with _guarded(notes, "search"):
        if running.execution is not None and not running.why_not:
            report = search_again(running.execution, works, clock, report)
    with _guarded(notes, "solver"):
        if not any(work.refuted is not None for work in works):  # it will be changed anyway
            _solve(solving, works, clock, running, written, int(RLIMIT_PER_SECOND * clock.budget))
    if "cvc5" in bench.setting.backends:
        with _guarded(notes, "corroboration"):
            corroborate(solving, works, clock)
    with _guarded(notes, "second opinions"):
        if running.execution is not None and not running.why_not:
            _second_opinions(bench, module, function, contract, works, running.execution, clock, report)
            tested(running.execution, works, report)
    nobodys = inferred_kinds(bench, module, function, contract)
    made = _report(task, function, contract, core, works, solving, notes, nobodys)
    with _guarded(notes, "suggestions"):
        made = replace(made, suggestions=suggestions(bench.program, module.name, function.qualname, core.loops))
    return made


@contextmanager
def _guarded(notes: list[str], phase: str) -> Iterator[None]:
    """An error of verheal's own in one phase loses that phase's answers, nothing else."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        notes.append(f"{phase}: {where(error)}")


def _solve(
    solving: Solving, works: list[Work], clock: Clock, running: Running, written: Writer | None, effort: int
) -> None:
    if all(not work.solvable or work.proved is not None for work in works):
        return
    solver_phase(solving, works, max(SMALL_RLIMIT, effort), clock)
    if running.execution is not None and not running.why_not:
        model_phase(solving, works, running.execution, written)
        reach_phase(solving, works, running.execution, written, max(1.0, clock.left() / 4))
    mint(works, running.execution, running.excuse)


def _second_opinions(
    bench: Bench, module: Module, function: Function, contract: Contract, works: list[Work],
    execution: Execution, clock: Clock, report: SearchReport,
) -> None:  # fmt: skip
    backends = set(bench.setting.backends)
    if report.stopped.startswith("unsupported: "):
        backends.clear()  # they make up inputs from the same annotations
    if clock.budget < WIDE_BUDGET and opinions.loops(bench.program, module, function):
        backends.discard("crosshair")
    if opinions.covered(report, clock.budget):
        backends.discard("hypothesis")
    if "crosshair" in backends and opinions.wanted(works, clock.budget) and clock.left() > LEAST_SECONDS:
        opinions.crosshair_phase(
            execution, works, contract, opinions.in_play(bench.program, module, function), clock
        )
    if "hypothesis" in backends and opinions.wanted(works, clock.budget) and clock.left() > LEAST_SECONDS:
        opinions.hypothesis_phase(execution, works, clock)


def _writer(bench: Bench, module: Module, function: Function, core: Core) -> Writer | None:
    if core.function is None or core.gave_up:
        return None
    return writer(bench.program, bench.universe, module, function, core.function)


def _fallback(function: Function, contract: Contract, why: str) -> tuple[Obligation, ...]:
    """What must hold of a function that could not be lowered: nothing is dropped, nothing provable."""
    line, end = function.span.line, function.span.end_line
    sites = [Site("raises", "raises", line, end, needs=why)]
    sites += [Site("post", c.text, c.line, c.end_line, needs=why) for c in contract.ensures]
    sites += [Site("invariant", c.text, c.line, c.end_line, needs=why) for c in contract.invariants_of_class]
    counts: dict[tuple[str, str], int] = {}
    made = []
    for site in sites:
        number = counts[site.kind, site.text] = counts.get((site.kind, site.text), 0) + 1
        name = f"{function.key}|{site.kind}|{site.text}|{number}"
        made.append(Obligation(name, function.key, site, Sequent((), FALSE), reasons=(why,)))
    return tuple(made)


def _works(
    bench: Bench, module: Module, function: Function, contract: Contract, core: Core, task: Task
) -> list[Work]:
    written = contract.raises.exceptions if contract.raises else None
    declared = (*(written or ()), *(entry.exception for entry in contract.exceptional))
    # A written list is the whole list; without one, the function's own raise statements declare.
    sites = () if written is not None else own_raises(bench, module, function)
    places = tuple(dict.fromkeys(obligation.site for obligation in core.obligations))
    origin = Origin(function, task.closure, assumptions(core.assumptions), declared, sites, places)
    texts = Texts()
    works = [_work(origin, obligation, core, texts) for obligation in core.obligations]
    words = "" if contract.requires else _granted(bench, module, function)
    kinds = ("type",) if contract.raises is not None else ("type", "raises")
    for work in works:
        if work.claim.kind in kinds or work.claim.kind.startswith("safety:"):  # no clause speaks of it
            work.granted = words
    return works


def _granted(bench: Bench, module: Module, function: Function) -> str:
    try:
        node = bench.program.function_node(module.name, function.qualname)[0]
    except KeyError:
        return ""
    return granted(ast.get_docstring(node) or "", [p.name for p in function.parameters])


def own_raises(bench: Bench, module: Module, function: Function) -> tuple[RaiseSite, ...]:
    """The raise statements of the function itself."""
    try:
        node = bench.program.function_node(module.name, function.qualname)[0]
    except KeyError:
        return ()
    spec = node.args
    own = {a.arg for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)} | set(assigned_names(node.body))

    def is_class(name: str) -> bool:
        """Does the name stand for a class here, or for something outside that is taken for one?"""
        found = bench.program.attribute(module.name, name) if name.partition(".")[0] not in own else None
        return isinstance(found, ClassRef | External)

    return raise_sites(node, is_class)


def _work(origin: Origin, obligation: Obligation, core: Core, texts: Texts) -> Work:
    why = core.gave_up or obligation.site.needs
    taint = next(iter(obligation.reasons), "")
    lawful: dict[str, str] = {}
    try:
        printed = texts.of(obligation.sequent, lawful)
        text, names = printed.text, printed.names
        lemmas = tuple(dict.fromkeys(texts.of(lemma, lawful).text for lemma in obligation.lemmas))
    except Unprintable as error:
        why, text, names, lemmas = why or f"unsupported: {error}", NO_TEXT, (), ()
    claim = origin.claim(obligation, text, lemmas)
    local = claim.kind == "raises" and obligation.id != core.whole
    work = Work(obligation, claim, not why, local, names, lawful, texts.sequents)
    if why or taint:
        work.undecided(_reason(why or taint, origin.function), why or taint)
        work.tainted = True
    return work


def _reason(why: str, function: Function) -> Reason:
    own = [p for p in function.parameters if p.name not in ("self", "cls")]
    if "unknown type" in why and any(p.annotation is None for p in own):
        return Reason.UNTYPED
    return classified(why)


def prepared(bench: Bench, task: Task, module: Module, function: Function, contract: Contract) -> Running:
    """How calls of the function are made and judged by this contract."""
    if not bench.setting.runs_code:
        return Running(None, "nothing is run, as configured")
    if module.name in bench.broken:
        return Running(None, bench.broken[module.name])
    if task.touches_world and not bench.setting.isolation.enough_for_effects:
        return Running(None, f"{task.why_effects}, and it could not be isolated")
    made = execution(
        _runner(bench, task),
        bench.repository,
        bench.universe,
        module,
        function,
        contract,
        task.closure,
        callees(bench, module, function),
        class_contracts(bench.program, module),
        bench.setting.budget,
    )
    return Running(made, "" if made is not None else "no call of it can be written down")


def _runner(bench: Bench, task: Task) -> Runner:
    """Only where nothing but the scratch folder can be written does what touches the world share a box."""
    private = bench.setting.isolation.level == "bubblewrap"
    return bench.runner if private or not task.touches_world else replace(bench.runner, warm=None)


def _why_not_importable(report: SearchReport) -> str:
    problem = report.problem or {}
    match problem.get("outcome"):
        case "import_error":
            error = problem.get("exception") or {}
            message = " ".join(str(error.get("message") or "").split())[:120]
            said = str(error.get("type", "an error")) + (f": {message}" if message else "")
            return f"the module cannot be imported: {said}"
        case "import_timeout":
            return "the module cannot be imported: that does not end in time"
        case "import_died":
            how = problem.get("signal") or "os._exit"
            return f"the module cannot be imported: that ends the process ({how})"
        case "lost":
            return f"the box to run it in did not work: {' '.join(str(problem.get('why')).split())[-160:]}"
        case _:
            return "the function is not there when the module has been imported"


def _why_no_inputs(report: SearchReport) -> str:
    what = report.stopped.removeprefix("unsupported: ")
    if what == "no annotation":
        return "a parameter has no annotation, so no arguments could be made up to run it with"
    return f"no value of `{what}` could be made up to run it with"


def _report(
    task: Task,
    function: Function,
    contract: Contract,
    core: Core,
    works: list[Work],
    solving: Solving,
    notes: list[str],
    nobodys: frozenset[tuple[str, str]],
) -> FunctionReport:
    public = not any(
        part.startswith("_") and not part.startswith("__") for part in function.qualname.split(".")
    )
    listed = contract.raises is not None or any(entry.expression for entry in contract.exceptional)
    findings = tuple(finding(work, public, listed, nobodys) for work in works)
    ends = [work for work in works if work.claim.kind == "termination"]
    proved = all(work.proved is not None for work in ends) and not core.gave_up and core.known
    proofs = [work for work in works if work.proved is not None]
    assumed = sorted({name for work in proofs for name in work.claim.assumptions})
    return FunctionReport(
        task.key,
        findings,
        For.PROVED.name.lower() if proved else "unknown",
        tuple(assumed),
        ((task.key, function.span.line),),
        notes=tuple(notes),
        costs=Costs(solving.calls, solving.hits, 1),
        details=tuple(detail(work, _terms(work, contract)) for work in works),
        closed=core.closed,
    )


def _terms(work: Work, contract: Contract) -> tuple[str, ...]:
    """The obligation as a reader of the Python source would put it."""
    given = [f"given: {clause.text}" for clause in contract.requires]
    given += [f"given: {clause.text}, the invariant of the class" for clause in contract.invariants_of_class]
    rests = [f"given: {name}" for name in work.claim.rests_on]
    shown = work.obligation.site.text
    match work.claim.kind:
        case "raises":
            goal = shown or "nothing undeclared is raised"
        case kind if kind.startswith("safety:"):
            goal = f"{shown} does not raise {kind.removeprefix('safety:')}"
        case "termination":
            goal = f"the {shown.split(' at ')[0]} in line {work.claim.place.line} ends"
        case _:
            goal = shown
    path = ", which no run reaches" if work.claim.unreachable else ""
    return (*given, *rests, f"goal: {goal}{path}")
