from collections.abc import Iterator


def _running(total: int, changes: list[int]) -> Iterator[int]:
    yield total
    for change in changes:
        total += change
        yield total


def balances(start: int, changes: list[int]) -> list[int]:
    return [*_running(start, changes)]
