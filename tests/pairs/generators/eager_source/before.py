from collections.abc import Iterator


def shares(table: dict[str, list[int]], name: str) -> Iterator[int]:
    for value in table[name]:
        yield value * 100
