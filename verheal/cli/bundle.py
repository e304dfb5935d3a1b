"""What to send in when verheal itself went wrong."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from verheal import __version__, workdir


def write_bundle(error: BaseException, arguments: Sequence[str]) -> Path:
    """Write traceback, versions and command line below `.verheal/`, or to the temporary folder if that fails.

    Holds no environment variable and no source text: people attach it to public issues.
    """
    record = {
        "verheal": __version__,
        "python": sys.version,
        "platform": platform.platform(),
        "arguments": list(arguments),
        "traceback": traceback.format_exception(error),
    }
    name = f"crash-{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}.json"
    text = json.dumps(record, indent=1)
    try:
        folder = workdir.ensure(Path.cwd()) / "bundles"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(text, encoding="utf-8")
    except OSError:
        path = Path(tempfile.gettempdir()) / f"verheal-{name}"
        path.write_text(text, encoding="utf-8")
    return path
