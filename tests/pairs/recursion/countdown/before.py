def countdown(start: int, stride: int) -> list[int]:
    if not 0 <= start <= 50 or stride == 0:
        return []
    if stride < 0:
        return [start]
    return [start, *countdown(start - stride, stride)]
