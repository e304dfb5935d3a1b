def _count(calls: dict[str, int], event: str) -> None:
    calls[event] = calls.get(event, 0) + 1


def process(values: list[int], divisor: int, calls: dict[str, int]) -> int:
    _count(calls, "started")
    if values and divisor == 0:
        _count(calls, "ended")
        raise ZeroDivisionError("divisor")
    total = sum(value // divisor for value in values)
    _count(calls, "ended")
    return total
