from collections.abc import Iterator


def cells(rows: list[list[int]], limit: int) -> Iterator[int]:
    for row in rows:
        if len(row) > limit:
            continue
        for cell in row:
            yield cell
