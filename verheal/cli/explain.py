"""`verheal explain ID`."""

from __future__ import annotations

import argparse
import sys

from verheal.app.options import ExplainOptions
from verheal.cli.settings import settings


def run(parsed: argparse.Namespace) -> int:
    from verheal.app.explain import explain
    from verheal.report.explain import render
    from verheal.report.style import style_for

    paths, _, options = settings(parsed)
    result = explain(parsed.id, ExplainOptions(paths, options))
    if parsed.smt:
        sys.stdout.write(result.smt if result.smt.endswith("\n") else result.smt + "\n")
    else:
        sys.stdout.write(render(result, style_for(sys.stdout, parsed.color)))
    return 0
