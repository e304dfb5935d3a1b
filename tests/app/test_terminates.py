"""What ends: functions are known by what they really call, not by the names of what they call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Project

SOURCE = """
class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def pop(self) -> int:
        return self.items.pop()

    def twice(self) -> int:
        return self.pop() + self.pop()

    def drain(self) -> None:
        while True:
            self.items.append(1)


class Chain:
    def __init__(self, below: "Chain | None") -> None:
        self.below = below

    def pop(self) -> int:
        return 0 if self.below is None else self.below.pop()


def down(n: int) -> int:
    return 0 if n == 0 else down(n - 1)


def over(n: int) -> int:
    return down(n)


def anything(n: object) -> object:
    return n.pop()
"""


def test_methods_of_containers_end(project: Project) -> None:
    project.write("m.py", SOURCE)
    ends = {f.function: f.terminates for f in project.check().functions}
    proved = {name for name, level in ends.items() if level == "proved"}
    assert proved == {"Stack.__init__", "Stack.pop", "Stack.twice", "Chain.__init__"}
