"""Compares a `verheal.check/1` report with what the headers of the cases expect."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import headers

PROVED = frozenset({"proved", "corroborated", "certified"})


@dataclass
class Comparison:
    """`false` is what a verifier must never say; `unmet` is what it should have decided, and did not."""

    false: list[str] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    refutations: list[tuple[headers.Case, dict[str, Any]]] = field(default_factory=list)
    answers: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def table(self) -> str:
        """Per construct and side: decided, and decided of those that need not be, out of how many."""
        lines = [f"{'construct':28} {'yes':>10} {'no':>10}   decided of all"]
        total: dict[str, Counter[str]] = {"yes": Counter(), "no": Counter()}
        for construct in sorted({construct for construct, _ in self.answers}):
            shown = []
            for side in ("yes", "no"):
                counts = self.answers.get((construct, side), Counter())
                total[side].update(counts)
                shown.append(f"{counts['decided']:>5} /{counts.total():>3}")
            lines.append(f"{construct:28} {shown[0]:>10} {shown[1]:>10}")
        ends = [f"{total[side]['decided']:>5} /{total[side].total():>3}" for side in ("yes", "no")]
        return "\n".join([*lines, f"{'all':28} {ends[0]:>10} {ends[1]:>10}"])


def compare(report: dict[str, Any], cases: list[headers.Case]) -> Comparison:
    """Every case must be in the report: one that was not read is not met."""
    found = Comparison()
    for case in cases:
        mine = [o for o in report["obligations"] if _is_of(o, case)]
        verdicts = [f["verdict"] for f in report["functions"] if _is_of(f, case)]
        if len(set(verdicts)) == 0:
            found.unmet.append(f"{case.name}: {case.subject} is not in the report")
            continue
        decided = _yes(case, mine, verdicts, found) if case.is_yes else _no(case, mine, verdicts, found)
        key = (case.path.parent.name, "yes" if case.is_yes else "no")
        found.answers.setdefault(key, Counter())["decided" if decided else "open"] += 1
        found.refutations += [(case, o) for o in mine if o["verdict"] == "refuted"]
        if not decided and not case.allow_unknown:
            found.unmet.append(f"{case.name}: {_open(mine, case)}")
    return found


def _is_of(entry: dict[str, Any], case: headers.Case) -> bool:
    path = str(entry["path"])
    return path.endswith(f"cases/{case.name}") and entry["function"] == case.subject


def _yes(case: headers.Case, mine: list[dict[str, Any]], verdicts: list[str], found: Comparison) -> bool:
    """Nothing of it may be refuted; it is decided when its function is proved."""
    for o in mine:
        if o["verdict"] == "refuted":
            call = (o["witness"] or {}).get("call")
            found.false.append(f"{case.name}: FALSE REFUTED {o['kind']} {o['text']!r} by {call}")
    return all(verdict in PROVED for verdict in verdicts)


def _no(case: headers.Case, mine: list[dict[str, Any]], verdicts: list[str], found: Comparison) -> bool:
    """Its function is not proved, nor are all obligations of the failing kind; one must be refuted."""
    of_kind = [o for o in mine if o["kind"] in case.kinds]
    if all(verdict in PROVED for verdict in verdicts):
        found.false.append(f"{case.name}: FALSE PROVED, {case.witness} fails: {' | '.join(case.kinds)}")
    elif of_kind and all(o["verdict"] in PROVED for o in of_kind):
        texts = ", ".join(f"{o['kind']} {o['text']!r}" for o in of_kind)
        found.false.append(f"{case.name}: FALSE PROVED {texts}, but {case.witness} fails")
    return any(o["verdict"] == "refuted" and (o in of_kind or _same_failure(o, case)) for o in mine)


def _same_failure(o: dict[str, Any], case: headers.Case) -> bool:
    """A `raises` refuted by the exception that the case names: all there is where nothing is modelled."""
    raised = str((o["witness"] or {}).get("raises") or "").partition(":")[0].rpartition(".")[2]
    return o["kind"] == "raises" and f"safety:{raised}" in case.kinds


def _open(mine: list[dict[str, Any]], case: headers.Case) -> str:
    """What stands where a decision was expected."""
    expected = "proved" if case.is_yes else f"refuted {' | '.join(case.kinds)}"
    left = [o for o in mine if o["verdict"] not in PROVED]
    seen = "; ".join(f"{o['kind']} {o['verdict']} ({o['reason']})" for o in left) or "all proved"
    return f"expected {expected}, seen: {seen}"
