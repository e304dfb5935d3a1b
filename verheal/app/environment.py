"""What a check runs with: interpreter, isolation, versions. Found out once per run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from verheal import __version__
from verheal.app.options import CheckOptions
from verheal.errors import MissingTool, UsageError
from verheal.proofs.semantics import SEMANTICS_VERSION

if TYPE_CHECKING:
    from verheal.prover.isolation.model import Isolation
    from verheal.prover.run.interpreter import Interpreter

NEEDED = (("z3", "z3-solver"),)
SHOWN = ("z3-solver", "cvc5", "crosshair-tool", "hypothesis")


@dataclass(frozen=True)
class Environment:
    """`runs_code` False: nothing of the user's is executed. `fingerprint` changes with all that matters,
    `runtime` with what the user's code runs on only.
    """

    interpreter: Interpreter
    isolation: Isolation
    runs_code: bool
    versions: tuple[tuple[str, str], ...]
    fingerprint: str
    runtime: str


def environment(options: CheckOptions) -> Environment:
    """Raises UsageError for an interpreter that does not work, MissingTool without a solver."""
    from verheal.prover.run.interpreter import InterpreterError, describe

    for module, package in NEEDED:
        if util.find_spec(module) is None:
            raise MissingTool(f"{package} is not installed: without it nothing can be proved")
    if options.corroborate and util.find_spec("cvc5") is None:
        raise MissingTool("cvc5 is not installed: nothing can be corroborated (pip install 'verheal[cvc5]')")
    python = options.python or _default_python(options.root)
    try:
        interpreter = describe(python)
    except InterpreterError as error:
        raise UsageError(str(error), hint="name another one by --python") from error
    isolation, runs_code = _isolation(options.isolation)
    versions = _versions()
    runtime = [f"python {interpreter.version}", *_dependencies(interpreter.paths)]
    parts = [
        *(f"{name} {version}" for name, version in versions),
        f"semantics {SEMANTICS_VERSION}",
        _own_digest(),
        interpreter.executable,
        *runtime,
        f"isolated {isolation.enough_for_effects} runs {runs_code}",
        f"budget {options.budget} corroborated {options.corroborate}",
    ]
    return Environment(interpreter, isolation, runs_code, versions, _digest(parts), _digest(runtime))


def _isolation(wanted: str) -> tuple[Isolation, bool]:
    from verheal.prover.isolation.model import Isolation
    from verheal.prover.isolation.probe import probe

    match wanted:
        case "off":
            return Isolation("rlimits", "nothing is run"), False
        case "rlimits":
            return Isolation("rlimits", "as configured"), True
        case "os":
            found = probe()
            return found, found.enough_for_effects
        case _:
            return probe(), True


def _default_python(root: Path) -> str:
    """The active virtual environment's, else that of `.venv`, else the one verheal runs under."""
    folders = [Path(os.environ["VIRTUAL_ENV"])] if os.environ.get("VIRTUAL_ENV") else []
    for folder in (*folders, root / ".venv"):
        found = folder / "bin" / "python"
        if found.exists():
            return str(found.absolute())
    return sys.executable


def _versions() -> tuple[tuple[str, str], ...]:
    found = [("verheal", __version__)]
    for name in SHOWN:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            continue
    return (*found, ("python", ".".join(map(str, sys.version_info[:3]))))


def _dependencies(paths: tuple[str, ...]) -> list[str]:
    """Names and versions of what is installed beside the checked code."""
    found: set[str] = set()
    for path in paths:
        if path.endswith(("site-packages", "dist-packages")):
            try:
                found.update(name for name in os.listdir(path) if name.endswith((".dist-info", ".egg-info")))
            except OSError:
                continue
    return sorted(found)


def _own_digest() -> str:
    """Of verheal's own files by size and time: a developer's edit must not meet an old cache."""
    package = Path(__file__).resolve().parent.parent
    parts = []
    for folder, _, names in sorted(os.walk(package)):
        for name in sorted(names):
            if name.endswith(".py"):
                status = os.stat(os.path.join(folder, name))
                parts.append(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}")
    return _digest(parts)


def _digest(parts: list[str]) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
