"""cvc5 inside the current process, as a second opinion: a text goes in, a transcript comes out.

Work is limited by cvc5's own resource counter, which is exact across processes; the clock is a backup. Its models are
not read: what it calls satisfiable is a contradiction here or nothing.
"""

from __future__ import annotations

import time
from importlib import util

from verheal.proofs.transcript import Solver, SolverTranscript, text_digest

RLIMIT = 1_000_000  # some ten times what nearly all texts need that z3 has proved
WALL_SECONDS = 20


def installed() -> bool:
    """Whether there is a cvc5 to ask; it is an extra."""
    return util.find_spec("cvc5") is not None


def version() -> str:
    """Of the cvc5 that is installed. Raises ImportError without one."""
    import cvc5

    return str(cvc5.__version__)


def solve(text: str, rlimit: int = RLIMIT) -> SolverTranscript:
    """Ask cvc5 about a text that ends in one `(check-sat)`; `rlimit` is in its resource units.

    The transcript's answer is `sat`, `unsat`, `unknown` or `error`, with the reason on a second line for the last
    two. No exception of cvc5 leaves this function. Raises ImportError without cvc5.
    """
    import cvc5

    started = time.process_time()
    manager = cvc5.TermManager()
    solver = cvc5.Solver(manager)
    # Constant arrays are not in its standard theory.
    options = (("arrays-exp", "true"), ("rlimit-per", str(rlimit)), ("tlimit-per", str(WALL_SECONDS * 1000)))
    for name, value in options:
        solver.setOption(name, value)
    try:
        answer = _answer(_said(cvc5, manager, solver, text))
    except (RuntimeError, MemoryError) as error:
        answer = f"error\n{type(error).__name__}: {error}"
    seconds = time.process_time() - started
    return SolverTranscript(
        Solver.CVC5, version(), text_digest(text), answer, None, _spent(solver), seconds, options
    )


def _said(cvc5: object, manager: object, solver: object, text: str) -> str:
    """What the commands of the text print, all of them together."""
    symbols = cvc5.SymbolManager(manager)  # type: ignore[attr-defined]
    parser = cvc5.InputParser(solver, symbols)  # type: ignore[attr-defined]
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "obligation")  # type: ignore[attr-defined]
    said = []
    while not (command := parser.nextCommand()).isNull():
        said.append(str(command.invoke(solver, symbols)))
    return "".join(said).strip()


def _answer(said: str) -> str:
    """In the form that the kernel reads: exactly `sat` or `unsat`, or a word and why."""
    if said in ("sat", "unsat"):
        return said
    word, _, rest = said.partition(" ")
    return f"unknown\n{rest.strip('()')}" if word == "unknown" else f"error\n{said}"


def _spent(solver: object) -> int | None:
    statistic = solver.getStatistics()["resource::resourceUnitsUsed"]  # type: ignore[attr-defined]
    return int(statistic["value"])
