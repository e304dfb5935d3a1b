from collections.abc import Iterator


def interleave(left: Iterator[int], right: Iterator[int]) -> list[int]:
    merged: list[int] = []
    for a, b in zip(left, right):
        merged += [a, b]
    return merged
