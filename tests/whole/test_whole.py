"""Random modules with random contracts: whatever `check` proves of them is run on many inputs.

`make soak` judges as many as it is told.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.differential.children import whole
from tests.whole import judged

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_proved_fails_in_a_run(seed: int) -> None:
    found = whole(seed, 1, functions=8, runs=200)
    print(found.verdicts, found.obligations)
    assert found.false == []
    assert found.functions >= 9
    assert found.verdicts["proved"] > 0 and found.runs > 100


def test_the_judge_sees_what_is_false(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verifier that proves everything is caught in nearly every module."""
    honest = judged.said

    def lying(text: str, budget: float) -> dict[str, Any]:
        report = honest(text, 0.1)
        for entry in (*report["obligations"], *report["functions"]):
            entry["verdict"] = "proved"
        return report

    monkeypatch.setattr(judged, "said", lying)
    assert len(judged.judge(101, 6, 100).false) >= 2


def test_a_disguise_changes_names_and_nothing_else() -> None:
    text = 'def g(p0: int) -> int:\n    """\n    post: True\n    """\n    v1 = p0\n    return v1\n'
    changed = judged.disguised(text)
    names: dict[str, Any] = {}
    exec(compile(changed, "m.py", "exec"), names)
    assert names["g"](3) == 3 and "local_v1" in changed and "post: True" in changed
