"""One of the two source trees as the lowering is to see it: what a contract says is no law here, only what is run.

Law: preconditions are no excuse, so that asserts raise AssertionError like any statement; what a library of contracts
checks when a function is called is not modelled. Classes that stand for each other have one number in both trees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.bindings import Binding, External
from verheal.contracts.lowering.described import ClassInfo, describe
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Repository

CHECKING = ("icontract", "deal")  # what decorators of these raise is not modelled


class Unwritten(dict[str, Contract]):
    """The contracts of a tree in which nothing is written."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> Contract:
        return Contract()


@dataclass
class Version(Program):
    """The tree of one side. `numbers` are those of the classes, `renamed` what they are called on the other side."""

    contracts: dict[str, Contract] = field(default_factory=Unwritten)
    exact: bool = True
    numbers: Mapping[str, int] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def describe(self, key: str) -> ClassInfo:
        """As it is, under the number that both sides know it by."""
        if key not in self.infos:
            self.infos[key] = replace(describe(self, self.classes[key]), number=self.numbers[key])
        return self.infos[key]

    def attribute(self, module: str, dotted: str) -> Binding | None:
        """As it is, but for what libraries of contracts define."""
        found = super().attribute(module, dotted)
        checks = isinstance(found, External) and found.dotted.partition(".")[0] in CHECKING
        return None if checks else found

    def owner(self, name: str) -> str:
        """The class of the other side that this one stands for, or itself; other names stay."""
        return self.renamed.get(name, name)


def versions(before: Repository, after: Repository, modules: tuple[str, str]) -> tuple[Version, Version]:
    """Both trees; a class of the module that is compared stands for the one of its name in the other's module."""
    plain, other = Program(before), Program(after)
    one, two = modules
    renamed = {}
    if one != two:
        own = [key for key in other.classes if key.partition(":")[0] == two]
        wanted = {key: f"{one}:{key.partition(':')[2]}" for key in own}
        renamed = {key: name for key, name in wanted.items() if name in plain.classes}
    names = {*plain.classes, *(renamed.get(key, key) for key in other.classes)}
    number = {name: 1 + place for place, name in enumerate(sorted(names))}
    left = Version(before, numbers={key: number[key] for key in plain.classes})
    right = Version(
        after, numbers={key: number[renamed.get(key, key)] for key in other.classes}, renamed=renamed
    )
    return left, right
