from collections.abc import Iterator


def batches(values: tuple[int, ...], size: int) -> Iterator[list[int]]:
    start = 0
    while size > 0 and start < len(values):
        yield list(values[start:start + size])
        start += size
