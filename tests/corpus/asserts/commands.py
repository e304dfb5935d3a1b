"""Commands of a text viewer, and events of a counter."""
from __future__ import annotations


def seek(position: int, command: tuple[str, int], size: int) -> int:
    assert size > 0
    assert 0 <= position < size
    match command:
        case ("next", n) if n >= 0:
            position += n
        case ("prev", n) if n >= 0:
            position -= n
        case ("home", _):
            position = 0
        case ("end", _):
            position = size
        case _:
            pass
    position = max(0, min(position, size - 1))
    assert 0 <= position < size
    return position


def apply_event(total: int, event: dict[str, int | str]) -> int:
    assert total >= 0
    match event:
        case {"kind": "add", "amount": int(n)} if n > 0:
            total += n
        case {"kind": "remove", "amount": int(n)} if n > 0:
            total -= n
        case {"kind": "clear" | "reset"}:
            total = 0
    assert total >= 0
    return total


def summarise(words: list[str]) -> str:
    match words:
        case []:
            text = "(nothing)"
        case [only]:
            text = only
        case [first, *middle, last]:
            text = f"{first}, {len(middle)} more, {last}"
    assert not words or text.startswith(words[0])
    return text
