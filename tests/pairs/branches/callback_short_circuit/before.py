from collections.abc import Callable


def either(first: Callable[[int], bool], second: Callable[[int], bool], value: int) -> bool:
    return first(value) or second(value)
