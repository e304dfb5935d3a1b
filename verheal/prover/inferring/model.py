"""What the inference of one function hands back."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.prover.outcome import FunctionReport

CONTRACTED = "it has a contract"  # why nothing is inferred of such a function


@dataclass(frozen=True)
class InferReport(FunctionReport):
    """The report of a function under conditions that nobody has written, as PEP 316 writes them.

    `ensures` are proved of it where `requires` hold; whatever the proofs rest on is for the reader to settle.
    `safety` are the ids of the findings that say that nothing undeclared is raised then, empty without `requires`;
    `obligations` are the ids of the findings of `ensures`, in the same order. `excluded` are calls that returned and
    that `requires` does not allow; `tried` calls counted, of which `returned` returned. `why_not`: why nothing was
    looked for, or nothing found that makes it safe.
    """

    requires: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    ensures: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    failing: tuple[tuple[str, str], ...] = ()
    tried: int = 0
    returned: int = 0
    why_not: str = ""
