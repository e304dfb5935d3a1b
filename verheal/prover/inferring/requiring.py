"""Preconditions: the weakest of the templates with which nothing undeclared is raised any more, as is proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verheal.lattice.levels import Against
from verheal.prover.inferring.choosing import Table, chosen, hardest
from verheal.prover.inferring.conditions import conditions
from verheal.prover.inferring.implied import lean
from verheal.prover.inferring.inference import Inference, is_proved, reason_of
from verheal.prover.inferring.words import Words
from verheal.prover.outcome import Finding, FunctionReport
from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Record
from verheal.prover.subject import own_raises

MOST_TRIES = 5
LONGEST_MESSAGE = 80
SAFETY = ("raises", "pre", "assert")


@dataclass(frozen=True)
class Required:
    """`texts` make the function safe, as `findings` say among other things.

    `failing` has for each a call that it excludes and what that raises; `excluded` are calls that returned and are
    excluded too. `why_not` says why there is nothing.
    """

    texts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    failing: tuple[tuple[str, str], ...] = ()
    excluded: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    why_not: str = ""


def is_safety(finding: Finding) -> bool:
    """Does it say that nothing is raised that nobody declares?"""
    return finding.kind in SAFETY or finding.kind.startswith("safety:")


def failures(inference: Inference) -> dict[str, str]:
    """The calls that failed in runs, with what they raised."""
    own = inference.tried.execution
    found = {}
    for record in inference.tried.records:
        keys = keys_of(record, own.job, own.module.root)
        if any(key.kind in ("raised", "pre") for key in keys) and not _meant(inference, record):
            found[str(record["call"])] = raised(record)
    return found


def raised(record: Record) -> str:
    """The type of the exception, and its message."""
    error = record.get("exception") or {}
    message = " ".join(str(error.get("message") or "").split())
    kind = str(error.get("type") or "a precondition that does not hold").removeprefix("builtins.")
    return f"{kind}: {message[:LONGEST_MESSAGE]}" if message else kind


def _meant(inference: Inference, record: Record) -> bool:
    """Does a raise statement of the function itself say so, or is it the caller's to answer for?"""
    error = record.get("exception") or {}
    if error.get("environment"):
        return True
    sites = own_raises(inference.bench, inference.module, inference.function)
    frames = [frame for frame in error.get("traceback") or () if frame[0].startswith(inference.module.import_root)]
    return bool(frames) and any(site.line <= frames[-1][1] <= site.end_line for site in sites)


def refuted(findings: Sequence[Finding]) -> dict[str, str]:
    """The calls by which safety was refuted, with what they raise."""
    return {
        finding.witness.call: finding.witness.raises or finding.witness.note
        for finding in findings
        if is_safety(finding) and finding.witness is not None and finding.point.opposes >= Against.REFUTED
    }


def required(inference: Inference, words: Words | None, bad: dict[str, str]) -> Required:
    """Conditions are chosen by what the calls show; a call that fails in spite of them has to be excluded as well.

    The inference keeps the conditions that were settled on.
    """
    known = dict(bad)
    if words is None:
        return Required(why_not="a parameter or a name of the module is called as a builtin is")
    for _ in range(MOST_TRIES):
        if inference.tired:
            break
        table = inference.tried.table(conditions(words), tuple(known))
        texts = chosen(table) if table.true else None
        if texts is None:
            call = hardest(table)
            return Required(why_not=f"no simple precondition excludes {call}, which raises {known[call]}")
        inference.requires = lean(texts, words)
        report = inference.examined(())
        open_ = [finding for finding in report.findings if is_safety(finding) and not is_proved(finding)]
        if not open_:
            return _settled(inference, table, known, report)
        more = {call: how for call, how in refuted(open_).items() if call not in known}
        if not more:
            shown = " and ".join(inference.requires)
            inference.requires = ()
            worst = next((f for f in open_ if f.kind != "raises"), open_[0])
            return Required(why_not=f"with {shown} it is not proved that {_said(worst)}: {reason_of(worst)}")
        known |= more
    inference.requires = ()
    return Required(why_not="no simple precondition was found in the CPU seconds for this function")


def _said(finding: Finding) -> str:
    if finding.kind.startswith("safety:"):
        return f"{finding.text} does not raise {finding.kind.removeprefix('safety:')}"
    return "nothing undeclared is raised" if finding.kind == "raises" else finding.text


def _settled(inference: Inference, table: Table, known: dict[str, str], report: FunctionReport) -> Required:
    admitted = table.good.intersection(*(table.holds(text) for text in inference.requires))
    inference.tried = inference.tried.admitting(frozenset(table.calls[number] for number in admitted))
    failing = []
    for text in inference.requires:
        calls = table.bad - table.holds(text)
        alone = calls.intersection(*(table.holds(other) for other in inference.requires if other != text))
        shortest = min((table.calls[number] for number in alone or calls), key=len, default="")
        failing.append((shortest, known.get(shortest, "")))
    return Required(
        inference.requires,
        report.findings,
        tuple(failing),
        tuple(sorted((table.calls[number] for number in table.good - admitted), key=len)),
        report.assumptions,
    )
