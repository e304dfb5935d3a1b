from itertools import accumulate


def balances(start: int, changes: list[int]) -> list[int]:
    return list(accumulate(changes, initial=start))
