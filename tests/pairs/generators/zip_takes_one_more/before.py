from collections.abc import Iterator


def interleave(left: Iterator[int], right: Iterator[int]) -> list[int]:
    merged: list[int] = []
    for b in right:
        a = next(left, None)
        if a is None:
            break
        merged += [a, b]
    return merged
