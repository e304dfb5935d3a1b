from dataclasses import dataclass
from typing import final


@final
@dataclass
class Key:
    code: int
    shift: bool


@final
@dataclass
class Click:
    x: int
    y: int


def describe_event(event: Key | Click) -> str:
    if isinstance(event, Key):
        if event.shift:
            return f"shift+{event.code}"
        return f"{event.code}"
    if event.x == 0 and event.y == 0:
        return "origin"
    return f"at {event.x},{event.y}"
