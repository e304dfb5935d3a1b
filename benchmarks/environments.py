"""Virtual environments for what is measured beside verheal. None of it is a dependency of verheal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CROSSHAIR = ("crosshair-tool==0.0.112", "icontract==2.7.3", "deal==4.24.6")
TOUCHSTONE = ("touchstone-prover==1.61.1",)


def environment(folder: Path, requirements: tuple[str, ...]) -> Path:
    """The interpreter of an environment in `folder` that has exactly these; made when it is not there yet."""
    python = folder / "bin" / "python"
    stamp = folder / "installed.txt"
    wanted = "\n".join(requirements)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"making {folder}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *requirements], check=True, stdout=sys.stderr)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def versions(python: Path, *packages: str) -> dict[str, str]:
    """Of installed distributions."""
    code = "import sys; from importlib.metadata import version; [print(version(p)) for p in sys.argv[1:]]"
    done = subprocess.run([str(python), "-c", code, *packages], capture_output=True, text=True, check=True)
    return dict(zip(packages, done.stdout.split(), strict=True))
