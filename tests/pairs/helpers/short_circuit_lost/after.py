def _both(first: bool, second: bool) -> bool:
    return first and second


def needs_restock(levels: list[int], minimum: int) -> bool:
    return _both(len(levels) > 0, levels[0] < minimum)
