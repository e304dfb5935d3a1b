"""Where verheal's own analysis tools are, for a child whose interpreter lacks them."""

from __future__ import annotations

import sys
import sysconfig

from verheal.prover.run.interpreter import Interpreter


def elsewhere(interpreter: Interpreter) -> tuple[str, ...]:
    """Folders to append to the child's sys.path, used only where it has no such tool of its own.

    None for another minor version of Python: the tools have compiled parts, and what they find out under one
    minor
    version is no evidence for another.
    """
    same_minor = interpreter.version.split(".")[:2] == [str(part) for part in sys.version_info[:2]]
    if not same_minor:
        return ()
    return tuple(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))))
