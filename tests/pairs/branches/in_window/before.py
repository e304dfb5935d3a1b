def in_window(start: float, now: float, end: float, inclusive: bool) -> bool:
    if inclusive:
        return start <= now <= end
    return start < now < end
