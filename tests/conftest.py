"""Sums up, after the run, what the generated functions of the differential tests had in them."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One paragraph for all shards; nothing where none ran."""
    found = [
        text
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, text in report.user_properties
        if name == "differential"
    ]
    if not found:
        return
    from tests.differential.batch import Report
    from tests.differential.summary import lines

    total = Report()
    for text in found:
        total.add(Report.from_json(text))
    terminalreporter.section("differential tests")
    for line in lines(total):
        terminalreporter.write_line(line)
