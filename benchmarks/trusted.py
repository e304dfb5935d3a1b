"""Counts the lines that a verdict rests on and writes the table of docs/soundness.md."""
from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "soundness.md"
START, END = "<!-- sizes: python benchmarks/trusted.py -->", "<!-- end of sizes -->"
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("reading contracts", "a clause means what CPython would check", ("contracts/dialects",)),
    ("erasing specifications", "what is left of a module is what its notation says runs", ("contracts/ghost",)),
    ("core", "what a program of the core does", ("contracts/core",)),
    ("lowering", "the core program does what the Python function does", ("contracts/lowering",)),
    ("obligations", "the formulas say what the core program does", ("contracts/obligations",)),
    ("two functions as one", "its obligations hold only if the two do the same", ("contracts/relational",)),
    ("printer and axioms", "the SMT-LIB text says what the formula does", ("contracts/smt",)),
    ("kernel", "a verdict is minted only from a transcript that shows it", ("proofs",)),
    (
        "replayer",
        "a run in CPython is told as it was",
        ("prover/run/child.py", "prover/run/inside", "prover/run/replay.py"),
    ),
)
# Inside those folders, but wrong guesses there cost time only.
NOT_TRUSTED = ("candidates.py", "quantified.py")


def lines(path: Path) -> int:
    """Lines that are neither blank nor comment."""
    text = path.read_text(encoding="utf-8").splitlines()
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in text)


def files(part: str) -> list[Path]:
    """The Python files of a part, without what only searches."""
    place = ROOT / "verheal" / part
    found = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [p for p in found if not ("obligations" in p.parts and p.name in NOT_TRUSTED)]


def table() -> str:
    """The table, in Markdown."""
    rows = ["| part | what is trusted of it | files | lines |", "|---|---|--:|--:|"]
    total = 0
    for name, claim, parts in PARTS:
        found = [file for part in parts for file in files(part)]
        size = sum(map(lines, found))
        total += size
        where = ", ".join(f"`verheal/{part}`" for part in parts)
        rows.append(f"| {name} ({where}) | {claim} | {len(found)} | {size:,} |")
    return "\n".join([*rows, f"| all | | | {total:,} |"])


def main() -> None:
    """Rewrite the table in place."""
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{START}\n{table()}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
