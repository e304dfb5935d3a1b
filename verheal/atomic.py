"""Files that are replaced as a whole: a reader sees the old one or the new one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write `data` in the place of the file; a link stays one, and so do the file's permissions.

    Raises OSError, naming the file, when that cannot be done in full; then the old file is as it was.
    """
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():  # a device or a pipe is written through
        with real.open("wb") as file:
            file.write(data)
        return
    part = real.with_name(f".{real.name}.part")
    try:
        part.write_bytes(data)
        if real.exists():
            shutil.copymode(real, part)
        part.replace(real)
    except OSError as error:
        part.unlink(missing_ok=True)
        error.filename = str(path)
        raise
    except KeyboardInterrupt:
        part.unlink(missing_ok=True)
        raise
