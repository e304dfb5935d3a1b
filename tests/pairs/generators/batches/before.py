from collections.abc import Iterator


def batches(values: tuple[int, ...], size: int) -> Iterator[list[int]]:
    if size < 1:
        return
    batch: list[int] = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
