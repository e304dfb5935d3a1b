from collections.abc import Callable


def either(first: Callable[[int], bool], second: Callable[[int], bool], value: int) -> bool:
    answers = [check(value) for check in (first, second)]
    return answers[0] or answers[1]
