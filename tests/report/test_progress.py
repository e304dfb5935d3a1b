from __future__ import annotations

import io

from verheal.report.progress import LiveLine
from verheal.report.style import Style, style_for


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_written_where_nobody_watches() -> None:
    stream = io.StringIO()
    with LiveLine(stream, enabled=False) as line:
        line.show("proving", 1, 2, "f")
    assert stream.getvalue() == ""


def test_the_line_is_wiped_at_the_end() -> None:
    stream = Terminal()
    with LiveLine(stream, enabled=True) as line:
        line.show("proving", 1, 2, "shop.mean\n", refuted=1)
    assert "proving 1/2, 1 refuted  shop.mean" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[2K")


def test_no_color_and_dumb_terminals_are_obeyed(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert style_for(Terminal()) == Style(True)
    assert style_for(io.StringIO()) == Style(False)
    assert style_for(io.StringIO(), "always") == Style(True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert style_for(Terminal()) == Style(False)
