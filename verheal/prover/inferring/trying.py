"""Runs of a function on made-up inputs, and which conditions held in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from verheal.prover.executing import Execution, Recorder
from verheal.prover.inferring.choosing import Table
from verheal.prover.inferring.words import Words
from verheal.prover.run.failures import satisfied
from verheal.prover.run.job import Condition, Job, ModuleRef, Record
from verheal.prover.run.search import SearchReport

CALLS = 150
CPU_SECONDS = 1.5
MOST_RUNS = 80  # of those that counted are run again with the conditions
MOST_CONDITIONS = 400  # at a time


@dataclass(frozen=True)
class Keeping(Recorder):
    """A runner that keeps all records."""

    records: list[Record] = field(default_factory=list)

    def run(self, module: ModuleRef, jobs: Sequence[Job], hash_seed: int = 0) -> list[Record]:
        """As Recorder.run."""
        found = super().run(module, jobs, hash_seed)
        self.records.extend(found)
        return found


@dataclass(frozen=True)
class Trial:
    """What was tried of a function without any condition."""

    execution: Execution
    report: SearchReport
    records: tuple[Record, ...]

    @property
    def returned(self) -> list[Record]:
        """The calls that counted and returned."""
        return [record for record in self.records if satisfied(record) and record["outcome"] == "returned"]

    @property
    def values(self) -> tuple[str, ...]:
        """What they returned, each once, as the text of a literal where it is one."""
        return tuple(dict.fromkeys(str(record["result"]) for record in self.returned))

    def survivors(self, texts: Iterable[str], words: Words) -> tuple[str, ...]:
        """Those conditions on outcomes that held whenever a call returned; none where none did."""
        calls = _spread([str(record["call"]) for record in self.returned])
        left = list(islice(texts, MOST_CONDITIONS))
        found = self._judged(calls, [_ensured(text, words) for text in left])
        return tuple(text for text in dict.fromkeys(left) if found.get(text))

    def table(self, texts: Iterable[str], failing: Sequence[str]) -> Table:
        """For which calls conditions on arguments were true; a condition that raised somewhere is none."""
        good = _spread([str(record["call"]) for record in self.returned])
        calls = [*good, *dict.fromkeys(failing)]
        asked = list(dict.fromkeys(islice(texts, MOST_CONDITIONS)))
        own = self.execution
        job = replace(own.job, requires=tuple(Condition("requires", text, text) for text in asked))
        records = own.runner.run(own.module, [replace(job, call=call) for call in calls])
        true: dict[str, set[int]] = {text: set() for text in asked}
        told = 0
        for number, record in enumerate(records):
            verdicts = {verdict["text"]: verdict["ok"] for verdict in record.get("requires") or ()}
            told += bool(verdicts)
            for text in [text for text in true if verdicts and verdicts.get(text) is None]:
                del true[text]
            for text in true:
                if verdicts.get(text):
                    true[text].add(number)
        if not told:
            true = {}
        numbers = {text: frozenset(found) for text, found in true.items()}
        return Table(numbers, frozenset(range(len(good))), frozenset(range(len(good), len(calls))), tuple(calls))

    def admitting(self, admitted: frozenset[str]) -> Trial:
        """The same without the calls that returned and are not among these."""
        return replace(
            self,
            records=tuple(r for r in self.records if r["outcome"] != "returned" or r["call"] in admitted),
        )

    def _judged(self, calls: list[str], asked: list[Condition]) -> dict[str, bool]:
        """For each condition, whether it held in every one of the calls."""
        if not calls or not asked:
            return {}
        own = self.execution
        job = replace(own.job, ensures=tuple(asked))
        records = own.runner.run(own.module, [replace(job, call=call) for call in calls])
        held = {condition.text: True for condition in asked}
        seen = 0
        for record in records:
            if record["outcome"] != "returned" or not satisfied(record):
                continue
            seen += 1
            verdicts = {verdict["text"]: verdict["ok"] for verdict in record.get("ensures") or ()}
            held = {text: held[text] and verdicts.get(text) is True for text in held}
        return held if seen else {}


def _spread(calls: list[str]) -> list[str]:
    """Some of them, from the first to the last."""
    unique = list(dict.fromkeys(calls))
    step = max(1, len(unique) // MOST_RUNS)
    return unique[::step][:MOST_RUNS]


def _ensured(text: str, words: Words) -> Condition:
    names = [term.text for term in words.terms if "." not in term.text]
    old = tuple((f"__old__.{name}", name) for name in names if f"__old__.{name}" in text)
    return Condition("post", text, text, "__return__", old, bool(old))


def trial(execution: Execution, calls: int = CALLS) -> Trial:
    """Runs it."""
    runner = execution.runner
    keeping = Keeping(
        runner.interpreter, runner.isolation, runner.readable, runner.limits, runner.memory_bytes,
        runner.wall_seconds, runner.warm, patience=runner.patience,
    )  # fmt: skip
    watched = replace(execution, runner=keeping)
    report = watched.look(calls, CPU_SECONDS)
    return Trial(watched, report, tuple(keeping.records))
