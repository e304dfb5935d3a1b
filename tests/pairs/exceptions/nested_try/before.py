def safe_ratio(values: list[int], index: int, divisor: int) -> int:
    try:
        try:
            return values[index] // divisor
        except ZeroDivisionError:
            raise ValueError("divisor") from None
    except IndexError:
        return 0
