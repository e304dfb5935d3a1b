"""Each counterexample as a pytest file that fails until the defect is gone."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from verheal.report.model import CheckResult, ObligationResult, WitnessResult
from verheal.report.wording import headline, outcome


def write_all(result: CheckResult, folder: Path) -> tuple[Path, ...]:
    """Write one file per refutation into `folder`, which is made. Raises OSError."""
    refuted = [o for o in result.obligations if o.verdict == "refuted" and o.witness is not None]
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for obligation in refuted:
        path = folder / file_name(obligation)
        path.write_text(test_text(obligation, folder), encoding="utf-8")
        written.append(path)
    return tuple(written)


def file_name(obligation: ObligationResult) -> str:
    """Readable, and unique by a digest of path and id: the same defect gets the same name in every run."""
    digest = hashlib.sha256(
        f"{obligation.path}\0{obligation.id}".encode("utf-8", "surrogatepass")
    ).hexdigest()
    return f"test_{_slug(obligation.function)}_{_slug(obligation.kind)}_{digest[:8]}.py"


def test_text(obligation: ObligationResult, folder: Path) -> str:
    """The file's text. It needs pytest and the checked code, not verheal. ASCII only."""
    witness = obligation.witness
    assert witness is not None, "a refutation always has a witness"
    root, module = module_of(Path(obligation.path))
    relative = os.path.relpath(root, folder.resolve())
    lines = [
        f'"""{_comment(obligation)}"""',
        "",
        "import importlib",
        "import sys",
        "from pathlib import Path",
        "",
        f"sys.path.insert(0, str((Path(__file__).parent / {relative!a}).resolve()))",
        "",
        "",
        f"def test_{_slug(obligation.function)}_{_slug(obligation.kind)}():",
        f"    module = importlib.import_module({module!a})",
        "    scope = dict(vars(module))",
        *_body(obligation, witness),
    ]
    return "\n".join(lines) + "\n"


def _body(obligation: ObligationResult, witness: WitnessResult) -> Iterable[str]:
    if witness.holds is not None:
        yield f"    # {_plain(outcome(witness))}"
        yield f"    assert eval({witness.holds!a}, scope), {headline(obligation)!a}"
    elif witness.raises is not None:
        yield f"    # raises {_plain(witness.raises)}"
        yield f"    eval({witness.call!a}, scope)"
    else:
        yield f"    result = eval({witness.call!a}, scope)"
        for name, value in witness.args.items():
            yield f"    scope[{name!a}] = eval({value!a}, dict(vars(module)))"
        yield "    scope.update(__return__=result, result=result)"
        yield f"    # {_plain(witness.note)}"
        yield f"    assert eval({obligation.text!a}, scope), {headline(obligation)!a}"


def module_of(path: Path) -> tuple[Path, str]:
    """The folder to put on `sys.path` and the dotted name, by the `__init__.py` files above the module."""
    path = path.resolve()
    parts = [] if path.stem == "__init__" else [path.stem]
    folder = path.parent
    while (folder / "__init__.py").is_file():
        parts.insert(0, folder.name)
        folder = folder.parent
    return folder, ".".join(parts)


def _comment(obligation: ObligationResult) -> str:
    text = (
        f"{obligation.function} in {obligation.path}, line {obligation.line}: {headline(obligation)}\n\n"
        f"Found by verheal; obligation {obligation.id}\n"
    )
    return ascii(text)[1:-1].replace("\\n", "\n").replace('"', "'")


def _plain(text: str) -> str:
    return ascii(" ".join(text.split()))[1:-1]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_") or "module"
