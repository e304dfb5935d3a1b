def votes(first: bool, second: bool) -> int:
    if first and second:
        return 2
    return first or second
