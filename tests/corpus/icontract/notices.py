"""Notices on a narrow screen."""
from __future__ import annotations

from icontract import DBC, ensure


class Notice(DBC):
    def __init__(self, text: str) -> None:
        self.text: str = text

    @ensure(lambda result: len(result) <= 40)
    def render(self) -> str:
        return self.text.strip()[:40]


class Banner(Notice):
    @ensure(lambda result: result.startswith("** "))
    def render(self) -> str:
        return "** " + self.text.strip()[:36] + " **"


class Quiet(Notice):
    @ensure(lambda result: "!" not in result)
    def render(self) -> str:
        return self.text.replace("!", "")[:40].rstrip()
