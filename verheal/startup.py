"""Keeping the code that is checked out of verheal's own process.

Imports only `sys` and `os`, which CPython has loaded before any file of the current directory could take
their names. Not even `__future__`: a file of that name in the current directory would be run.
"""

import os
import sys


def leave_current_directory() -> None:
    """Take the current directory off `sys.path`, wherever and however it is written there.

    When verheal itself lies there (a checkout that is not installed) the directory goes to the end: worker
    processes find verheal, and everything of the standard library and of site-packages comes first.
    """
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # deleted under us: nothing can be imported from it
        return
    kept = [entry for entry in sys.path if entry and os.path.realpath(entry) != here]
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if home == here:
        kept.append(home)
    sys.path[:] = kept
