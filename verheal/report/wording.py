"""The words of the reports, so that every format says the same thing in the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from verheal.report.model import ObligationResult, WitnessResult

LEGEND = (
    "proved: holds for every input · refuted: fails on an input that was run · "
    "unknown: not decided, for the reason given"
)

_KINDS: Mapping[str, str] = {
    "pre": "a call may break the precondition of what it calls",
    "post": "the postcondition may not hold",
    "invariant": "the class invariant may be broken",
    "loop-invariant": "the loop invariant may not hold",
    "assert": "the assertion may fail",
    "type": "a value may not have the annotated type",
    "raises": "an exception may leave that is not declared",
    "frame": "something may be changed that is not declared",
    "termination": "the function may not return",
    "refinement": "the override may not keep the contract it inherits",
    "equivalence": "the behaviour may differ",
}


def kind_text(kind: str) -> str:
    """What it means when an obligation of this kind fails, in general."""
    if kind.startswith("safety:"):
        return f"may raise {kind.removeprefix('safety:')}"
    return _KINDS.get(kind, kind)


def outcome(witness: WitnessResult) -> str:
    """One counterexample: `mean([]) raises ZeroDivisionError: ...`, `clamp(1, 0, 0): returns 1`."""
    if witness.raises:
        return f"{witness.call} raises {witness.raises}"
    return f"{witness.call}: {witness.note}" if witness.note else witness.call


def headline(obligation: ObligationResult) -> str:
    return obligation.text or kind_text(obligation.kind)


def count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def commonest(words: Iterable[str], limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` commonest, ties in alphabetical order so that two runs print the same."""
    ordered = sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
    return tuple(ordered[:limit])


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:,.0f} s"
