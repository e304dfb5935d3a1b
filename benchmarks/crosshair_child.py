"""Runs in CrossHair's own environment: `crosshair check` for one function after the other, in one process.

One process per file keeps CrossHair's start-up out of its CPU time, as `crosshair check FILE` would; one
target at a time tells which function each message is about. Reads JSON, writes one JSON line per function.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys
import traceback

from crosshair.auditwall import engage_auditwall
from crosshair.main import command_line_parser, unwalled_main


def main() -> None:
    job = json.load(sys.stdin)
    sys.path.insert(0, "")
    resource.setrlimit(resource.RLIMIT_CPU, (job["cpu"], job["cpu"]))
    out = sys.stdout
    engage_auditwall(())
    for function in job["functions"]:
        print(json.dumps({"function": function, "begun": True}), file=out, flush=True)
        arguments = ["check", "--report_all", "--per_condition_timeout", str(job["seconds"])]
        arguments += ["--analysis_kind", job["kind"], f"{job['module']}.{function}"]
        print(json.dumps({"function": function, **check(arguments)}), file=out, flush=True)


def check(arguments: list[str]) -> dict[str, object]:
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
            unwalled_main(command_line_parser().parse_args(arguments))
    except BaseException as error:
        line = traceback.format_exception_only(error)[-1].strip()
        return {"lines": said.getvalue().splitlines(), "crash": line}
    return {"lines": said.getvalue().splitlines(), "crash": None}


if __name__ == "__main__":
    main()
