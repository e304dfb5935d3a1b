def tail(lines: list[str], count: int) -> list[str]:
    return lines[max(len(lines) - max(count, 0), 0):]
