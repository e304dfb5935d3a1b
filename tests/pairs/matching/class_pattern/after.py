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
    match event:
        case Key(code, True):
            return f"shift+{code}"
        case Key(code):
            return f"{code}"
        case Click(0, 0):
            return "origin"
        case Click(x, y):
            return f"at {x},{y}"
