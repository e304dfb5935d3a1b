"""Whether two versions of a function do the same for all inputs: composed, turned into obligations, asked of z3."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from verheal.contracts.core.expr import Var
from verheal.contracts.core.stmt import Function as CoreFunction
from verheal.contracts.lowering.function import Lowered, lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Obligation, Sequent
from verheal.contracts.obligations.syntax import loops
from verheal.contracts.relational.composing import LOCKSTEP, Lockstep
from verheal.contracts.relational.product import KIND, STEPS, WAY, Incomparable, Pair, Product, compose
from verheal.contracts.relational.signature import Uncomposable, matched, unlike_classes
from verheal.contracts.relational.version import versions
from verheal.contracts.smt.printer import Unprintable
from verheal.proofs.assumption import Assumption
from verheal.proofs.claim import Claim, Place
from verheal.proofs.kernel import KernelError, Proved, prove
from verheal.proofs.transcript import ReplayTranscript, SolverTranscript
from verheal.prover.backends.z3_model import PlainModel
from verheal.prover.claims import assumptions
from verheal.prover.clock import Clock
from verheal.prover.lowered import with_invariants
from verheal.prover.places import where
from verheal.prover.portfolio import RLIMIT_PER_SECOND, SMALL_RLIMIT
from verheal.prover.solving import Solving, word
from verheal.prover.texts import Texts

CLAUSE = "for the same inputs both do the same"
SMALL_SECONDS = 2.0


@dataclass(frozen=True)
class Side:
    """One version: the tree that it is in, its module and its name there; `closure` is its closure key."""

    program: Program
    module: str
    qualname: str
    closure: str = ""


@dataclass(frozen=True)
class Proposal:
    """Inputs on which the solver has the two differ: its model, and what the names in it stand for."""

    model: PlainModel
    names: tuple[tuple[str, Var], ...]
    core: CoreFunction


@dataclass(frozen=True)
class Sameness:
    """`proved`, or the `reason` why not. `models` are proposals of inputs that differ: nothing until they are run.

    `claim` and `heard` are what a proof still lacks a run for; see `with_run`.
    """

    proved: Proved | None
    reason: str = ""
    models: tuple[Proposal, ...] = ()
    claim: Claim | None = None
    heard: tuple[SolverTranscript, ...] = ()

    @property
    def shown(self) -> bool:
        """Did the solver show it, whether or not a run was seen?"""
        return self.claim is not None

    def with_run(self, run: ReplayTranscript | None) -> Sameness:
        """The same with the kernel's verdict, where `run` is one of the function before: else nothing is known."""
        if self.claim is None or self.proved is not None:
            return self
        try:
            return replace(self, proved=prove(self.claim, self.heard, run), reason="")
        except KernelError as error:
            return replace(self, reason=str(error))


def same(
    before: Side, after: Side, solving: Solving, clock: Clock, run: ReplayTranscript | None = None
) -> Sameness:
    """Are the two proved to do the same? `run` is a run of `before` that came to its end, in its closure.

    Never raises but for memory and interrupts: an error of verheal's own is a reason.
    """
    try:
        return _same(before, after, solving, clock).with_run(run)
    except MemoryError:
        raise
    except (Uncomposable, Incomparable) as error:
        return Sameness(None, str(error))
    except RecursionError as error:
        return Sameness(None, f"too deeply nested ({where(error)})")
    except KeyError as error:
        return Sameness(None, f"there is no function {error}")
    except Exception as error:
        return Sameness(None, f"internal: {where(error)}")


def _same(before: Side, after: Side, solving: Solving, clock: Clock) -> Sameness:
    pair = _pair(before, after)
    best = Sameness(None, "nothing was tried")
    models: tuple[Proposal, ...] = ()
    for lockstep in (Lockstep.ROUNDS, Lockstep.ENDS, Lockstep.NONE):
        product = compose(pair, lockstep)
        if lockstep is not Lockstep.NONE and not product.merged:
            continue
        if lockstep is Lockstep.ENDS and STEPS.text not in best.reason:
            continue  # their tests fail together, and that is not the trouble
        best = _Attempt(before, pair, product, solving, clock).result()
        if best.shown:
            return best
        models += best.models
    return replace(best, models=models)


def _pair(before: Side, after: Side) -> Pair:
    left, right = versions(before.program.repository, after.program.repository, (before.module, after.module))
    arguments = matched((left, before.module, before.qualname), (right, after.module, after.qualname))
    one = lower_function(left, before.module, before.qualname)
    two = lower_function(right, after.module, after.qualname)
    why = unlike_classes(left, right)
    if why:
        raise Uncomposable(why)
    return Pair(one, two, left, right, arguments)


@dataclass
class _Attempt:
    """One way to put the two together."""

    before: Side
    pair: Pair
    product: Product
    solving: Solving
    clock: Clock
    heard: dict[str, SolverTranscript] = field(default_factory=dict)
    texts: Texts = field(default_factory=Texts)

    def result(self) -> Sameness:
        """Everything that has to be shown, in the order of the program."""
        made = self._generated()
        wanted = [one for one in made.obligations if one.site.kind == KIND] + _ends(self.product.function, made)
        if not any(one.site == WAY and not one.unreachable for one in wanted):
            return Sameness(None, "no run of it comes to its end")
        for one in wanted:
            if one.rests_on:
                return Sameness(None, f"it rests on {one.rests_on[0]}")
            if one.reasons:
                return Sameness(None, _why(one))
        shown: list[str] = []
        for one in wanted:
            for sequent in (*one.lemmas, one.sequent):
                text, models = self._asked(sequent)
                if not text:
                    return Sameness(None, self._unshown(one), models)
                shown.append(text)
        return Sameness(None, "no run shows that it is not vacuous", (), self._claim(wanted[0], shown), self._heard())

    def _generated(self) -> Generated:
        plain = generate(self.product.function)
        if all(report.unrolled for report in plain.loops):
            return plain
        lowered: Lowered = replace(self.pair.before, function=self.product.function)
        return with_invariants(self.pair.left, lowered, plain, self.solving, self.clock)

    def _asked(self, sequent: Sequent) -> tuple[str, tuple[Proposal, ...]]:
        """The text that was shown, or "" and what the solver says against it."""
        laws: dict[str, str] = {}
        try:
            printed = self.texts.of(sequent, laws)
        except Unprintable:
            return "", ()
        for text in (*laws.values(), printed.text):
            exact = text == printed.text
            for effort in (SMALL_RLIMIT, int(RLIMIT_PER_SECOND * self.clock.budget)):
                left = self.clock.left()
                if left <= 0:
                    return "", ()
                answer = self.solving.ask(text, effort, min(SMALL_SECONDS, left), want_model=exact)
                self.heard[text] = answer
                match word(answer):
                    case "unsat":
                        return text, ()
                    case "sat" if exact:
                        model = self.solving.models.get(text)
                        core = self.product.function
                        return "", (Proposal(model, printed.names, core),) if model is not None else ()
                    case "sat":
                        break
        return "", ()

    def _unshown(self, one: Obligation) -> str:
        left_out = ", ".join(self.product.left_out)
        return _why(one) + (f" ({left_out} made here are not compared)" if left_out else "")

    def _heard(self) -> tuple[SolverTranscript, ...]:
        return tuple(self.heard.values())

    def _claim(self, first: Obligation, shown: list[str]) -> Claim:
        module = self.pair.left.modules[self.before.module]
        node = self.pair.left.function_node(self.before.module, self.before.qualname)[0]
        end = node.end_lineno or node.lineno
        text, *lemmas = dict.fromkeys(shown)
        names = (*self.pair.before.assumptions, *self.pair.after.assumptions)
        return Claim(
            obligation=f"{first.function}|{KIND}|{CLAUSE}|1",
            kind=KIND,
            path=module.path,
            function=self.before.qualname,
            place=Place(module.path, self.before.qualname, node.lineno, end),
            clause=CLAUSE,
            closure=self.before.closure,
            text=text,
            lemmas=tuple(lemmas),
            assumptions=assumptions(names) - {Assumption.TERMINATION},
        )


def _ends(function: CoreFunction, made: Generated) -> list[Obligation]:
    """That the loops end, but for those that run in step: they end on one side where they do on the other."""
    alone = set()
    numbers: dict[str, int] = {}
    for loop in loops(function.body):
        numbers.setdefault(loop.id, len(numbers) + 1)
        if not loop.id.startswith(LOCKSTEP):
            alone.add(f"loop at {numbers[loop.id]}")
    return [one for one in made.obligations if one.site.kind == "termination" and one.site.text in alone]


def _why(obligation: Obligation) -> str:
    if obligation.site.kind == "termination":
        return "that a loop ends is not shown"
    return next(iter(obligation.reasons), "") or f"not shown: {obligation.site.text}"


