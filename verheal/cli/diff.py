"""`verheal diff`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from verheal.app.diff_options import Compared, FilesOf, FunctionsOf, RevisionsOf
from verheal.cli import outputs
from verheal.cli.progress import progress
from verheal.cli.settings import settings
from verheal.errors import UsageError
from verheal.report.diff_model import DiffResult

BUDGET = 60.0  # CPU seconds for one pair, where nobody says otherwise


def run(parsed: argparse.Namespace) -> int:
    from verheal.app.diff import diff, exit_code

    targets = outputs.pair(getattr(parsed, "outputs", None) or ())
    outputs.check_writable(targets)
    wanted = _wanted(parsed)
    parsed.paths = []
    _, _, options = settings(parsed)
    options = replace(options, budget=parsed.budget or BUDGET)
    with progress(parsed.color) as show:
        result = diff(wanted, options, show)
    code = exit_code(result, parsed.require)
    outputs.write(targets, lambda output: _render(output, result, code, parsed))
    return code


def _wanted(parsed: argparse.Namespace) -> Compared:
    if parsed.before or parsed.after:
        if not (parsed.before and parsed.after) or parsed.what:
            raise UsageError("--before and --after go together, and alone", hint="see `verheal diff --help`")
        return FunctionsOf(_function(parsed.before), _function(parsed.after))
    words: list[str] = parsed.what
    if len(words) == 2 and all(Path(word).exists() for word in words):
        first, second = map(Path, words)
        if first.is_dir() != second.is_dir():
            raise UsageError(f"{first} and {second}: one is a file, the other a folder")
        return FilesOf(first, second)
    return _revisions(words)


def _function(text: str) -> tuple[Path, str]:
    file, colon, name = text.rpartition(":")
    if not colon or not file or not name:
        raise UsageError(f"{text}: FILE:FUNCTION is wanted", hint="such as shop/prices.py:Basket.total")
    return Path(file), name


def _revisions(words: list[str]) -> RevisionsOf:
    first, *paths = words or ["HEAD"]
    for dots in ("...", ".."):
        before, found, after = first.partition(dots)
        if found and not Path(first).exists():
            return RevisionsOf(before or "HEAD", after or "HEAD", tuple(paths), common=dots == "...")
    return RevisionsOf(first, None, tuple(paths))


def _render(output: outputs.Output, result: DiffResult, code: int, parsed: argparse.Namespace) -> str:
    match output.format:
        case "json":
            from verheal.report import diff_json

            return diff_json.render(result, code)
        case "markdown":
            from verheal.report import diff_markdown

            return diff_markdown.render(result)
        case _:
            from verheal.report import diff_text
            from verheal.report.style import Style, style_for

            style = style_for(sys.stdout, parsed.color) if output.file is None else Style()
            return diff_text.render(result, style, quiet=parsed.quiet, stats=parsed.stats)
