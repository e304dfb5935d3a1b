"""The contracts that a function's verdicts speak of: its own, and those of what it calls."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.contracts import contract_of
from verheal.contracts.lowering.program import ClassRef, FunctionRef
from verheal.contracts.source.model import Function, Module
from verheal.prover.analysis import Bench
from verheal.prover.places import where
from verheal.prover.run.job import Callee, condition

ANY = ""  # whatever the text


def contract_for(bench: Bench, module: Module, function: Function, notes: list[str]) -> Contract:
    """All that is written about it; an error of verheal's own is told in the notes."""
    try:
        return contract_of(bench.program, module.name, function.qualname)
    except KeyError:
        return Contract()
    except Exception as error:
        notes.append(f"contract: {where(error)}")
        return Contract()


def callees(bench: Bench, module: Module, function: Function) -> tuple[Callee, ...]:
    """The functions it calls, with the preconditions that a run checks at each call."""
    found: dict[str, Callee] = {}
    for key in dict.fromkeys(_called(bench, module, function)):
        if key not in bench.functions:
            continue
        home, _, qualname = key.partition(":")
        contract = contract_for(bench, bench.functions[key][0], bench.functions[key][1], [])
        requires = tuple(condition(clause, "pre") for clause in contract.requires if clause.expression)
        if requires:
            found[key] = Callee(qualname, requires, "" if home == module.name else home)
    return tuple(found.values())


def _called(bench: Bench, module: Module, function: Function) -> Iterator[str]:
    for call in function.calls:
        match bench.program.attribute(module.name, call.callee) if call.callee else None:
            case FunctionRef(home, qualname):
                yield f"{home}:{qualname}"
            case ClassRef(key):
                yield f"{key}.__init__"
            case _:
                name = call.callee.rpartition(".")[2]
                yield from (key for key, (_, f) in bench.functions.items() if f.is_method and f.name == name)


def inferred_kinds(bench: Bench, module: Module, function: Function, contract: Contract) -> frozenset[tuple[str, str]]:
    """Obligations, by kind and text, that only speak of what was inferred: nobody has said that it is meant so."""
    written = {clause.text for clause in contract.ensures if clause.origin != "inferred"}
    found = {("post", clause.text) for clause in contract.ensures if clause.text not in written}
    below = [
        clause.origin
        for key in dict.fromkeys(_called(bench, module, function))
        if key in bench.functions
        for clause in contract_for(bench, *bench.functions[key], []).requires
    ]
    return frozenset(found | ({("pre", ANY)} if below and set(below) == {"inferred"} else set()))
