from collections.abc import Callable


def checked_call(test: Callable[[int], bool], action: Callable[[int], int], value: int) -> int | None:
    if not test(value):
        return None
    return min(action(value), 100)
