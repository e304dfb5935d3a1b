"""Teams and their members."""
from __future__ import annotations

from dataclasses import dataclass, field

import deal


@dataclass
class Team:
    name: str
    members: list[str] = field(default_factory=list)


@deal.safe
def lead_and_rest(team: Team) -> tuple[str, int]:
    lead, *rest = team.members
    return lead, len(rest)


@deal.pre(lambda source, target, person: person in source.members)
@deal.ensure(lambda source, target, person, result: person in target.members)
def transfer(source: Team, target: Team, person: str) -> None:
    source.members.remove(person)
    target.members.append(person)


@deal.pre(lambda team, person: person in team.members)
@deal.ensure(lambda team, person, result: result[0] == person and set(result) == set(team.members))
def speaking_order(team: Team, person: str) -> list[str]:
    return [person, *(m for m in team.members if m != person)]


@deal.pre(lambda team, name: team.name != name)
@deal.ensure(lambda team, name, result: result.members is not team.members)
@deal.ensure(lambda team, name, result: result.members == team.members)
def copy_team(team: Team, name: str) -> Team:
    return Team(name, team.members or [])
