from collections.abc import Callable


def checked_call(test: Callable[[int], bool], action: Callable[[int], int], value: int) -> int | None:
    if test(value):
        result = action(value)
        if result > 100:
            return 100
        return result
    return None
