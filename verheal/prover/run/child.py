"""The supervisor inside the box: `python -s -B child.py` under the user's interpreter, standard library only.

Reads JSON lines from standard input until its end: first the request's header, then one job per line. Answers
on
standard output, one JSON line per job, in no promised order, each with the job's "index" and its "record". The
supervisor
itself
never runs user code: workers that it forks do, and report over a private pipe. When a worker dies, hangs or
shuts
its pipe, only the call it was in is lost, and that is what its answer says.

With `--stay` it reads one request after the other: a header that says how many jobs follow, then these; the
last
line of each answer is {"end": true, "cpu": seconds that the request took}. Names behind it are libraries to import
first. Every line of it has the "request"
that
the header named, and what a worker said is in its "record", nowhere else.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
from typing import Any


def load_inside() -> Any:
    """The package beside this file, under a name that no user module can take; `sys.path` is not touched."""
    here = os.path.dirname(os.path.abspath(__file__))
    folders = {
        "_verheal_inside": os.path.join(here, "inside"),
        "_verheal_isolation": os.path.join(os.path.dirname(here), "isolation"),
    }
    for name, folder in folders.items():
        path = os.path.join(folder, "__init__.py")
        spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=[folder])
        assert spec is not None and spec.loader is not None, path
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return importlib.import_module("_verheal_inside.supervisor")


def private_ends() -> tuple[int, int]:
    """Moves the pipes to the parent away from 0 and 1; what user code reads or prints there goes nowhere."""
    jobs, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    os.set_inheritable(jobs, False)
    os.set_inheritable(answers, False)
    return jobs, answers


def main() -> None:
    script_folder = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != script_folder]
    supervisor = load_inside()
    supervisor.out_of_reach()
    jobs, answers = private_ends()
    with os.fdopen(jobs, "r", encoding="utf-8") as stream, os.fdopen(answers, "w", encoding="ascii") as out:
        if "--stay" in sys.argv:
            stay(supervisor, stream, out)
        else:
            lines = [json.loads(line) for line in stream if line.strip()]
            supervisor.serve(lines[0], lines[1:], out)


def stay(supervisor: Any, stream: Any, out: Any) -> None:
    """Serve requests until the parent closes the pipe, or something of one is left that the next could see."""
    before = 0.0
    preloaded = supervisor.preload(sys.argv[sys.argv.index("--stay") + 1 :])
    while first := stream.readline():
        header = json.loads(first)
        jobs = [json.loads(stream.readline()) for _ in range(int(header["count"]))]
        supervisor.serve(dict(header, preloaded=preloaded), jobs, out)
        clean = supervisor.tidy(str(header["level"]))
        now = sum(os.times()[:4])
        supervisor.tell(out, header, end=True, cpu=round(now - before, 4))
        before = now
        if not clean:
            return


if __name__ == "__main__":
    main()
