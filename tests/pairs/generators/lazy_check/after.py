from collections.abc import Iterator


def countdown(start: int) -> Iterator[int]:
    if start < 0 or start > 100:
        raise ValueError("start")
    while start > 0:
        yield start
        start -= 1
