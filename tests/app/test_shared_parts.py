"""What an object is made of may be written behind its back: its class's invariants then hold no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Project

PROGRAM = '''
class Emptied:
    """
    inv: len(self.kept) == 0
    """

    def __init__(self, kept: list[int]) -> None:
        self.kept = kept
        self.kept.clear()

    def size(self) -> int:
        """
        post: __return__ == 0
        """
        return len(self.kept)


def as_it_was(one: Emptied) -> int:
    """
    pre: len(one.kept) == 0
    post: __return__ == 0
    """
    return one.size()


def behind_its_back(shared: list[int], one: Emptied) -> int:
    """
    post: __return__ == 0
    """
    shared.append(1)
    return one.size()
'''


def test_a_method_s_contract_is_used_only_where_the_invariants_hold(project: Project) -> None:
    project.write("src/m.py", PROGRAM)
    said = {one.function: one.verdict for one in project.check().obligations if one.kind == "post"}
    assert said["Emptied.size"] == said["as_it_was"] == "proved"
    assert said["behind_its_back"] != "proved"
