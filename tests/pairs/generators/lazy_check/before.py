from collections.abc import Iterator


def _down(start: int) -> Iterator[int]:
    while start > 0:
        yield start
        start -= 1


def countdown(start: int) -> Iterator[int]:
    if start < 0 or start > 100:
        raise ValueError("start")
    return _down(start)
