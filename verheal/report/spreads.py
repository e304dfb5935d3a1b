"""What `--seeds` found out, for people: how many proofs hold under every seed, and which vary most."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.model import PROVED, CheckResult, ObligationResult, SpreadResult
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.wording import count

MOST = 5
WIDE = 4.0  # times the least effort; less is what any two runs differ in


def spread_lines(result: CheckResult, style: Style) -> Iterator[str]:
    """Nothing when nobody asked for it."""
    if not result.seeds:
        return
    proved = [o for o in result.obligations if o.verdict in PROVED]
    asked = [(o, o.spread) for o in proved if o.spread is not None]
    steady = sum(len(spread.rlimits) == spread.seeds for _, spread in asked)
    left = f", {len(proved) - len(asked):,} not asked" if len(proved) > len(asked) else ""
    text = f"seeds: {steady:,} of {count(len(asked), 'proof')} found again under each of {count(result.seeds, 'seed')}"
    yield style.paint(text + left, "dim" if steady == len(asked) else "yellow")
    brittle = sorted((pair for pair in asked if _wide(pair[1])), key=lambda pair: (_key(pair[1]), pair[0].id))
    for obligation, spread in brittle[:MOST]:
        yield f"  {_line(obligation, spread)}"
    if len(brittle) > MOST:
        yield f"  and {len(brittle) - MOST:,} more; --format json has them all"


def ratio(spread: SpreadResult) -> float:
    """The largest effort in terms of the least one."""
    return max(spread.rlimits) / max(1, min(spread.rlimits)) if spread.rlimits else 0.0


def _wide(spread: SpreadResult) -> bool:
    return len(spread.rlimits) < spread.seeds or ratio(spread) >= WIDE


def _key(spread: SpreadResult) -> tuple[float, float]:
    return len(spread.rlimits) / spread.seeds, -ratio(spread)


def _line(obligation: ObligationResult, spread: SpreadResult) -> str:
    name = printable(f"{obligation.path}:{obligation.line} {obligation.function} [{obligation.kind}]")
    found = f"{len(spread.rlimits)} of {spread.seeds} seeds"
    if not spread.rlimits:
        return f"{name}: {found}"
    return f"{name}: {found}, rlimit {min(spread.rlimits):,} to {max(spread.rlimits):,}"
