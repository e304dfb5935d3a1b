"""`verheal check`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from verheal.app.exit_code import exit_code
from verheal.cli import outputs
from verheal.cli.progress import progress
from verheal.cli.settings import settings
from verheal.errors import UsageError
from verheal.report.model import CheckResult


def run(parsed: argparse.Namespace) -> int:
    from verheal.app.check import check

    targets = outputs.pair(getattr(parsed, "outputs", None) or ())
    outputs.check_writable(targets)
    if parsed.repro and Path(parsed.repro).exists() and not Path(parsed.repro).is_dir():
        raise UsageError("is no directory; --repro wants one", path=Path(parsed.repro))
    paths, config, options = settings(parsed)
    parsed.strict = parsed.strict or config.strict
    parsed.require = parsed.require or config.require
    with progress(parsed.color) as show:
        result = check(paths, options, show)
    code = exit_code(result, strict=parsed.strict, require=parsed.require)
    outputs.write(targets, lambda output: _render(output, result, code, parsed))
    if parsed.repro:
        _write_repro(result, Path(parsed.repro))
    return code


def _render(output: outputs.Output, result: CheckResult, code: int, parsed: argparse.Namespace) -> str:
    match output.format:
        case "json":
            from verheal.report import json

            return json.render(result, code)
        case "sarif" | "sarif-github":
            from verheal.report import sarif

            return sarif.render(result, github=output.format == "sarif-github", strict=parsed.strict)
        case _:
            return _text(output, result, parsed)


def _text(output: outputs.Output, result: CheckResult, parsed: argparse.Namespace) -> str:
    from verheal.report.style import Style, style_for
    from verheal.report.text import TextOptions, render

    options = TextOptions(
        strict=parsed.strict,
        everything=parsed.all,
        stats=parsed.stats,
        quiet=parsed.quiet,
        require=parsed.require,
    )
    return render(result, options, style_for(sys.stdout, parsed.color) if output.file is None else Style())


def _write_repro(result: CheckResult, folder: Path) -> None:
    from verheal.report.repro import write_all

    written = write_all(result, folder)
    tests = "test" if len(written) == 1 else "tests"
    print(f"verheal: {len(written)} {tests} written to {folder}", file=sys.stderr)
