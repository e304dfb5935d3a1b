from collections.abc import Callable


def compose(first: Callable[[int], int], second: Callable[[int], int], value: int) -> int:
    return -second(value) + first(value)
