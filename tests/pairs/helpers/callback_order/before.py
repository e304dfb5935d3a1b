from collections.abc import Callable


def compose(first: Callable[[int], int], second: Callable[[int], int], value: int) -> int:
    left = first(value)
    right = second(value)
    return left - right
