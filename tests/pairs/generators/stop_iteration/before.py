from collections.abc import Iterator


def take_first(rows: list[list[int]]) -> Iterator[int]:
    for row in rows:
        for cell in row:
            yield cell
            break
