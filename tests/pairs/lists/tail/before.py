def tail(lines: list[str], count: int) -> list[str]:
    if count <= 0:
        return []
    return lines[-count:]
