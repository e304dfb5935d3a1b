"""Postconditions: the strongest of the templates that runs do not refute and the prover proves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verheal.proofs.reasons import Reason
from verheal.prover.inferring.implied import lean
from verheal.prover.inferring.inference import Inference, is_proved, reason_of
from verheal.prover.inferring.posts import effects, results, without_halves
from verheal.prover.inferring.words import Words
from verheal.prover.outcome import Finding

MOST_ROUNDS = 4
MOST_ASKED = 24  # conditions in one round
WEAKER_MAY_DO = (Reason.SOLVER_UNKNOWN, Reason.BUDGET, Reason.SUSPECTED, Reason.LOOP_INVARIANT, "")


@dataclass(frozen=True)
class Ensured:
    """Findings of what is proved, by text in the order in which it is shown, and the `others` of the last report.
    `assumptions` are what all rests on. `why_not` says why there is nothing."""

    findings: dict[str, Finding]
    others: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()
    why_not: str = ""


def ensured(inference: Inference, words: Words | None) -> Ensured:
    """Rounds: the strongest of the candidates are asked about; what fails makes room for what is weaker."""
    runs = len(inference.tried.returned)
    if words is None:
        return Ensured({}, why_not="a parameter or a name of the module is called as a builtin is")
    made = inference.function.name == "__init__"
    left = inference.tried.survivors((*results(words), *effects(words, made)), words)
    found: dict[str, Finding] = {}
    others: tuple[Finding, ...] = ()
    assumed: set[str] = set()
    why = "" if left else f"none of the simple conditions held in all of {runs} runs"
    for _ in range(MOST_ROUNDS):
        asked = tuple(text for text in lean(left, words) if text not in found)[:MOST_ASKED]
        if not asked or inference.tired:
            break
        report = inference.examined(asked)
        others = tuple(finding for finding in report.findings if finding.kind != "post")
        posts = {f.text: f for f in report.findings if f.kind == "post" and f.text in asked}
        held = {text: finding for text, finding in posts.items() if is_proved(finding)}
        failed = [posts[text] for text in asked if text in posts and text not in held]
        why = why or next((f"{f.text} held in all runs and is not proved: {reason_of(f)}" for f in failed), "")
        if not held and not any(finding.reason in WEAKER_MAY_DO for finding in failed):
            break
        left = tuple(text for text in left if text not in asked or text in held)
        if failed and any(map(inference.own, held.values())):
            continue  # they rest on what failed: all of them again, without that
        found |= held
        assumed |= set(report.assumptions)
    proved = [text for text in left if text in found]
    shown = without_halves(lean(proved, words, _kept(inference.requires, proved, words)))
    why = why or "the CPU seconds for this function were used up"
    return Ensured(
        {text: found[text] for text in shown}, others, tuple(sorted(assumed)), "" if shown else why
    )


def _kept(requires: Sequence[str], proved: Sequence[str], words: Words) -> tuple[str, ...]:
    """The preconditions that speak of nothing that may have been changed."""
    open_ = [term.text for term in words.terms if term.mutable or "." in term.text]
    changed = [name for name in open_ if f"{name} == __old__.{name}" not in proved]
    return tuple(text for text in requires if not any(re.search(rf"\b{re.escape(n)}\b", text) for n in changed))
