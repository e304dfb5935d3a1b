def records_until(lines: list[str], stop: str) -> list[str]:
    if stop in lines:
        return lines[:lines.index(stop)]
    return lines[:]
