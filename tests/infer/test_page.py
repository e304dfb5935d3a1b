"""What docs/infer.md shows is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.infer.helpers import inferred
from verheal.report.infer_text import render
from verheal.report.style import Style

PAGE = Path(__file__).parents[2] / "docs" / "infer.md"


def test_the_page_shows_what_is_printed(tmp_path: Path) -> None:
    code, *_ = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (shown,) = re.findall(r"```\n(.*?)```", PAGE.read_text(encoding="utf-8").split("prints", 1)[1], re.DOTALL)[:1]
    printed = render(inferred(tmp_path, code, budget=10.0), Style())
    lines = [re.sub(r"^.*code\.py", "basket.py", line) for line in printed.splitlines()]
    calls = re.compile(r"\(.*\) raises")  # which call fails first is a matter of chance
    for line in shown.splitlines():
        assert calls.sub("", line) in [calls.sub("", one) for one in lines], line
