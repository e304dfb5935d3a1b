"""`verheal infer`."""

from __future__ import annotations

import argparse
import sys

from verheal.cli import outputs
from verheal.cli.progress import progress
from verheal.cli.settings import settings
from verheal.errors import UsageError
from verheal.report.infer_model import InferResult


def run(parsed: argparse.Namespace) -> int:
    from verheal.app.infer import exit_code, infer
    from verheal.app.writing import Writing

    targets = outputs.pair(getattr(parsed, "outputs", None) or ())
    outputs.check_writable(targets)
    if not parsed.write and (parsed.dialect or parsed.allow_dirty):
        raise UsageError("--dialect and --allow-dirty say how to --write")
    paths, _, options = settings(parsed)
    writing = Writing(parsed.dialect or "pep316", parsed.allow_dirty) if parsed.write else None
    with progress(parsed.color) as show:
        result = infer(paths, options, show, writing)
    code = exit_code(result)
    outputs.write(targets, lambda output: _render(output, result, code, parsed))
    return code


def _render(output: outputs.Output, result: InferResult, code: int, parsed: argparse.Namespace) -> str:
    if output.format == "json":
        from verheal.report import infer_json

        return infer_json.render(result, code)
    from verheal.report import infer_text
    from verheal.report.style import Style, style_for

    style = style_for(sys.stdout, parsed.color) if output.file is None else Style()
    return infer_text.render(result, style, everything=parsed.all, quiet=parsed.quiet, stats=parsed.stats)
