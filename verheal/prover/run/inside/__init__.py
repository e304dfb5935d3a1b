"""What runs inside the confined child, under the user's interpreter (Python 3.8 or later).

`child.py` loads this package under a private name, so nothing here imports verheal or anything but the
standard library.
"""

from __future__ import annotations
