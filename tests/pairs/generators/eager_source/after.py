from collections.abc import Iterator


def shares(table: dict[str, list[int]], name: str) -> Iterator[int]:
    return (value * 100 for value in table[name])
