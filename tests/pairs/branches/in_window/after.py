def in_window(start: float, now: float, end: float, inclusive: bool) -> bool:
    if start < now and now < end:
        return True
    if not inclusive:
        return False
    return start <= now and now <= end
