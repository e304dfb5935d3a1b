def process(values: list[int], divisor: int, calls: dict[str, int]) -> int:
    calls["started"] = calls.get("started", 0) + 1
    try:
        total = 0
        for value in values:
            total += value // divisor
        return total
    finally:
        calls["ended"] = calls.get("ended", 0) + 1
