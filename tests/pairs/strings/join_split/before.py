def first_fields(line: str, count: int) -> list[str]:
    if count < 1 or count > 100:
        raise ValueError("count")
    return line.split(";")[:count]
