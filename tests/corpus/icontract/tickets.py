"""Support tickets."""
from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from icontract import ensure, require


class Severity(Enum):
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True)
class Ticket:
    number: int
    severity: Severity
    assignee: str | None = None


@ensure(lambda ticket, result: result.number == ticket.number)
def escalate(ticket: Ticket) -> Ticket:
    return replace(ticket, severity=Severity(ticket.severity.value + 1))


@ensure(lambda result: 0 < result <= 72)
@ensure(lambda severity, result: (severity is Severity.HIGH) == (result < 24))
def response_hours(severity: Severity) -> int:
    match severity:
        case Severity.HIGH:
            return 4
        case Severity.MEDIUM:
            return 24
        case Severity.LOW:
            return 72


@ensure(lambda result: len(result) == 1)
def initial(ticket: Ticket) -> str:
    if ticket.assignee is None:
        return "?"
    return ticket.assignee[0]


@require(lambda tickets: len(tickets) > 0)
@ensure(lambda tickets, result: 0 <= result <= len(tickets))
def count_urgent(tickets: list[Ticket], *, at_least: Severity = Severity.MEDIUM) -> int:
    return sum(1 for t in tickets if t.severity.value >= at_least.value)


@ensure(lambda tickets, result: len(result) == len(tickets))
def by_number(tickets: list[Ticket]) -> dict[int, Ticket]:
    return {t.number: t for t in tickets}
