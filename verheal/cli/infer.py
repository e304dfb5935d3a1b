"""`verheal infer`."""

from __future__ import annotations

import argparse
import sys

from verheal.app.options import CheckOptions, Progress
from verheal.cli import outputs
from verheal.cli.settings import settings
from verheal.report.infer_model import InferResult


def run(parsed: argparse.Namespace) -> int:
    from verheal.app.infer import exit_code

    targets = outputs.pair(getattr(parsed, "outputs", None) or ())
    outputs.check_writable(targets)
    paths, _, options = settings(parsed)
    result = _infer(paths, options, parsed.color)
    code = exit_code(result)
    outputs.write(targets, lambda output: _render(output, result, code, parsed))
    return code


def _infer(paths: tuple[str, ...], options: CheckOptions, colour: str) -> InferResult:
    from verheal.app.infer import infer
    from verheal.report.progress import LiveLine
    from verheal.report.style import style_for

    with LiveLine(sys.stderr, sys.stderr.isatty(), style_for(sys.stderr, colour)) as line:

        def show(state: Progress) -> None:
            line.show(state.phase, state.done, state.total, state.subject)

        return infer(paths, options, show)


def _render(output: outputs.Output, result: InferResult, code: int, parsed: argparse.Namespace) -> str:
    if output.format == "json":
        from verheal.report import infer_json

        return infer_json.render(result, code)
    from verheal.report import infer_text
    from verheal.report.style import Style, style_for

    style = style_for(sys.stdout, parsed.color) if output.file is None else Style()
    return infer_text.render(result, style, everything=parsed.all, quiet=parsed.quiet, stats=parsed.stats)
