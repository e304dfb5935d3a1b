"""`verheal schema NAME`."""

from __future__ import annotations

import argparse
import sys

from verheal.report.schemas import schema_text


def run(parsed: argparse.Namespace) -> int:
    sys.stdout.write(schema_text(parsed.name))
    return 0
