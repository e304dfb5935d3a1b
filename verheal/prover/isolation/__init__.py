"""Keeps code that verheal does not trust inside limits: operating-system isolation and resource limits.

`model` holds the data, `probe` tries what works here, `wrap` builds a command. `confine`, `landlock` and
`seccomp` are also run as plain files by a child's interpreter, so they import nothing of verheal.
"""

from __future__ import annotations
