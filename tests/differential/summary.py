"""What a report says of the functions that were generated, as text."""

from __future__ import annotations

from tests.differential.batch import Report


def lines(report: Report) -> list[str]:
    """A few lines: how many, what is in them, how they ended, what was not compared and why."""
    share = 100 * (1 - report.compared / max(report.functions, 1))
    made = report.contents.most_common()
    ended = report.outcomes.most_common()
    reasons = report.skipped.most_common(12)
    return [
        f"{report.functions} functions, {report.runs} runs, {report.agreed} agreed, "
        f"{len(report.mismatches)} differ; "
        f"{share:.1f} % of the functions could not be compared on any input",
        "functions with: " + ", ".join(f"{name} {count}" for name, count in made if name != "FunctionDef"),
        "runs ended by: " + ", ".join(f"{name} {count}" for name, count in ended),
        "not compared: " + ", ".join(f"{reason} ({count})" for reason, count in reasons),
    ]
