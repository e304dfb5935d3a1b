def distance(end: int, start: int) -> int:
    if start == end:
        return 0
    return start - end
