"""Keeping the code that is checked out of verheal's own process.

Imports only `sys` and `os`, which CPython has loaded before any file of the current directory could take
their names. Not even `__future__`: a file of that name in the current directory would be run.
"""

import os
import sys


def leave_current_directory() -> None:
    """Take the current directory off `sys.path`, wherever and however it is written there.

    When verheal itself lies there (a checkout) the directory goes behind the standard library and before what
    is installed: worker processes find this verheal, not another one.
    """
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # deleted under us: nothing can be imported from it
        return
    kept = [entry for entry in sys.path if entry and os.path.realpath(entry) != here]
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if home == here:
        installed = [i for i, entry in enumerate(kept) if entry.rstrip(os.sep).endswith("-packages")]
        kept.insert(installed[0] if installed else len(kept), home)
    sys.path[:] = kept
