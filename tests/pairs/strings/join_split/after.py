def first_fields(line: str, count: int) -> list[str]:
    if not 1 <= count <= 100:
        raise ValueError("count")
    return line.split(";", count)[:count]
