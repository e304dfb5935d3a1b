"""From generated obligations to the kernel's claims, and the forms of a claim that a replay may speak of."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from verheal.contracts.core.stmt import Site
from verheal.contracts.lowering.spans import spans_of
from verheal.contracts.obligations.model import Obligation
from verheal.contracts.source.model import Function
from verheal.proofs.assumption import Assumption
from verheal.proofs.claim import Claim, Place, RaiseSite
from verheal.proofs.replays import blamed
from verheal.proofs.transcript import Frame, ReplayTranscript, Run

# What every proof takes for granted; the lowering names what it adds.
BASIC = frozenset({
    Assumption.ARGUMENTS_CONFORM, Assumption.GLOBALS_NOT_REBOUND, Assumption.BUILTINS_NOT_REBOUND,
    Assumption.CLASSES_NOT_PATCHED, Assumption.NO_OTHER_THREAD, Assumption.NO_INTERRUPT,
    Assumption.PYTHON_MINOR, Assumption.MEMORY_AND_TIME, Assumption.TERMINATION,
})  # fmt: skip


@dataclass(frozen=True)
class Origin:
    """What all claims of one function share."""

    function: Function
    closure: str
    assumptions: frozenset[Assumption]
    declared: tuple[str, ...]
    raise_sites: tuple[RaiseSite, ...]
    all_sites: tuple[Site, ...] = ()

    def claim(self, obligation: Obligation, text: str, lemmas: tuple[str, ...]) -> Claim:
        """The claim of one obligation; `text` is "" where the obligation has none."""
        site = obligation.site
        clause = "" if site.kind.startswith("safety:") or site.kind == "raises" else site.text
        if _is_of_result(site):
            clause = self.function.returns or site.text
        return Claim(
            obligation=obligation.id,
            kind=site.kind,
            path=self.function.path,
            function=self.function.qualname,
            place=self._place(site),
            clause=clause,
            closure=self.closure,
            text=text,
            lemmas=lemmas,
            assumptions=self.assumptions,
            rests_on=obligation.rests_on,
            declared=self.declared,
            raise_sites=self.raise_sites,
            unreachable=obligation.unreachable,
        )

    def _place(self, site: Site) -> Place:
        whole = self.function.span
        if not site.line or _is_of_result(site):  # one obligation for every return statement
            return Place(self.function.path, self.function.qualname, whole.line, whole.end_line)
        rivals = [one for one in self.all_sites if one != site and _meet(one, site)]
        shared = {span for one in rivals for span in one.spans}
        spans = tuple(span for span in site.spans if span not in shared)
        return Place(
            self.function.path, self.function.qualname, site.line, site.end_line, spans, bool(rivals)
        )


def _is_of_result(site: Site) -> bool:
    return site.kind == "type" and site.text.startswith("return of ")


def _meet(one: Site, other: Site) -> bool:
    """Whether two obligations are of one kind and have a line in common."""
    return one.kind == other.kind and one.line <= other.end_line and other.line <= one.end_line


def assumptions(names: tuple[str, ...]) -> frozenset[Assumption]:
    """The basic ones and those that the lowering names. Raises ValueError for a name that does not exist."""
    known = {str(member): member for member in Assumption}
    if set(names) - set(known):
        raise ValueError(f"there is no assumption {names}")
    return BASIC | {known[name] for name in names}


def raise_sites(node: ast.AST, is_class: Callable[[str], bool]) -> tuple[RaiseSite, ...]:
    """The raise statements of a function itself: what raises a value declares whatever it is. A bare one nothing."""
    return tuple(_raises(node, is_class))


def _raises(node: ast.AST, is_class: Callable[[str], bool]) -> Iterator[RaiseSite]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(child, ast.Raise) and child.exc is not None:
            kind = child.exc.func if isinstance(child.exc, ast.Call) else child.exc
            name = ast.unparse(kind) if isinstance(kind, ast.Name | ast.Attribute) else ""
            if not isinstance(kind, ast.Constant):
                end = child.end_lineno or child.lineno
                raised = name if is_class(name) else "BaseException"
                yield RaiseSite(child.lineno, end, raised, spans_of(child))
        yield from _raises(child, is_class)


def forms(claim: Claim, replay: ReplayTranscript) -> Iterator[Claim]:
    """The claim as it stands, then in the words in which this replay would show that it fails.

    An obligation at a call covers all preconditions of the callee and all that the inlined callee does; a
    replay names one of these clauses, or the line inside the callee.
    """
    yield claim
    if not replay.runs:
        return
    run = replay.runs[0]
    if claim.kind == "pre":
        texts = dict.fromkeys(failure.text for failure in run.failures if failure.kind == "pre")
        yield from (replace(claim, clause=text) for text in texts if text != claim.clause)
    if claim.kind.startswith("safety:"):
        inner = _inside_call(claim, replay)
        if inner is not None:
            yield replace(claim, place=Place(inner.path, inner.function, inner.line, inner.line))


def _inside_call(claim: Claim, replay: ReplayTranscript) -> Frame | None:
    """The innermost frame, when in every run the exception came up through the claim's place from a call there."""
    ends = {_below(claim.place, run) for run in replay.runs}
    return ends.pop() if len(ends) == 1 else None


def _below(place: Place, run: Run) -> Frame | None:
    through = [index for index, frame in enumerate(run.traceback) if blamed(place, frame)]
    if not through or through[-1] == len(run.traceback) - 1:
        return None
    return run.traceback[-1]
