"""What went wrong in one record, as keys that are equal when it is the same failure."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.prover.run.job import Job, Record


@dataclass(frozen=True)
class FailureKey:
    """`kind`: raised, post, invariant, pre, type, frame, contract, hang or died (or the kind of a given
    condition).

    `text` is the clause, or the exception's type; `line` where it was raised, called or returned (0: nowhere
    in
    particular); `path` its file; `function` whose line it is.
    """

    kind: str
    text: str
    line: int = 0
    path: str = ""
    function: str = ""


def satisfied(record: Record) -> bool:
    """Whether the input counts: it conforms, its requires held, and the run came to an end of its own."""
    ended = record["outcome"] in ("returned", "raised")
    return ended and record.get("requires_held") is True and record.get("args_conform") is True


def keys_of(record: Record, job: Job, root: str = "") -> tuple[FailureKey, ...]:
    """Every failure in the record. An input that does not count has none; what the box itself raised is none.
    What `needs` a precondition is told, though nothing is refuted by it.

    `root` is where the user's code lies: a failure is placed at the innermost frame there.
    """
    outcome = record["outcome"]
    if outcome in ("timeout", "died"):
        return (
            FailureKey(
                "hang" if outcome == "timeout" else "died",
                str(record.get("signal") or record.get("limit") or ""),
            ),
        )
    if not satisfied(record):
        return ()
    error = record.get("exception") or {}
    if error.get("environment") and not error.get("needs"):
        return ()
    keys = [
        FailureKey(v["kind"], v["text"])
        for v in record.get("ensures") or ()
        if v["ok"] is False or v["raised"]
    ]
    for verdict in record.get("callee_failures") or ():
        path, line, function, _ = verdict["frame"]
        keys.append(FailureKey("pre", verdict["text"], line, path, function))
    if outcome == "raised" and not error.get("declared"):
        inside = [frame for frame in error["traceback"] if frame[0].startswith(root)]
        path, line, function, _ = inside[-1] if inside else ("", 0, "", None)
        keys.append(FailureKey("raised", error["type"], line, path, function))
    if record.get("result_conforms") is False:
        keys.append(FailureKey("type", "return", int(record.get("return_line") or 0)))
    contract = record.get("contract") or {}
    if outcome == "returned" and contract.get("top") and not any(k.kind == contract["kind"] for k in keys):
        keys.append(FailureKey("contract", f"{contract['library']} {contract['kind']}"))
    if job.modifies is not None and set(record.get("mutated") or ()) - set(job.modifies):
        keys.append(FailureKey("frame", ", ".join(sorted(set(record["mutated"]) - set(job.modifies)))))
    return tuple(dict.fromkeys(keys))
