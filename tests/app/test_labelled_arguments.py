"""An argument for a parameter whose annotation is known by its name only is asked about as any other is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Project

PROGRAM = """
from dataclasses import dataclass
from typing import Literal

@dataclass
class Mark:
    turning: Literal[1, 2]

class Register:
    def __init__(self) -> None:
        self.last: Mark = Mark(1)

    def put(self, k: int) -> None:
        self.last = Mark(k)

def turn(mark: Mark, to: Literal[1, 2]) -> None:
    mark.turning = to

def pass_on(mark: Mark, k: int) -> None:
    turn(mark, k)

def fine(mark: Mark) -> None:
    turn(mark, 2)

def read(register: Register) -> int:
    return 1 // register.last.turning
"""


def test_what_does_not_conform_is_proved_nowhere(project: Project) -> None:
    project.write("src/m.py", PROGRAM)
    said = {one.function: one.verdict for one in project.check().functions}
    assert "proved" not in (said["Register.put"], said["pass_on"], said["read"])
    assert said["turn"] == said["fine"] == said["Register.__init__"] == "proved"
