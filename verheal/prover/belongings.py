"""The contracts of objects that a function may be given: a run counts only where they hold on entry."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.contracts.lowering.contracts import class_clauses, contract_of
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Class, Module
from verheal.prover.run.job import ClassContract, Condition, condition

# A module without any of these words has no contracts but asserts, which CPython itself holds.
WORDS = ("pre:", "inv:", "icontract", "deal")


def class_contracts(program: Program, module: Module) -> tuple[ClassContract, ...]:
    """Of the classes in the module and in what it imports, those that have contracts."""
    found = (_contract(program, home, cls) for home in _imported(program, module) for cls in home.classes)
    return tuple(one for one in found if one.invariants or one.methods)


def _imported(program: Program, module: Module) -> Iterator[Module]:
    pending, seen = [module.name], {module.name}
    while pending:
        home = program.modules.get(pending.pop())
        if home is None:
            continue
        if any(word in home.text for word in WORDS):
            yield home
        names = {name for one in home.imports for name in (one.module, f"{one.module}.{one.attribute}")}
        pending += sorted(names - seen)
        seen |= names


def _contract(program: Program, home: Module, cls: Class) -> ClassContract:
    methods: dict[str, tuple[Condition, ...]] = {}
    for qualname in cls.methods:
        conditions = _requires(program, home, qualname)
        if conditions:
            methods[qualname.rpartition(".")[2]] = conditions
    return ClassContract(home.name, cls.qualname, _invariants(program, cls), methods)


def _requires(program: Program, home: Module, qualname: str) -> tuple[Condition, ...]:
    try:
        contract = contract_of(program, home.name, qualname)
    except Exception:
        return ()  # told as a problem of that function
    return tuple(condition(clause, "requires") for clause in contract.requires if clause.dialect != "assert")


def _invariants(program: Program, cls: Class) -> tuple[Condition, ...]:
    try:
        clauses = class_clauses(program, cls.key)
    except Exception:
        return ()
    return tuple(condition(clause, "invariant") for clause in clauses)
