def fetch(table: dict[str, int], values: list[int], name: str, index: int) -> int:
    try:
        return table[name] + values[index]
    except KeyError:
        return -1
    except LookupError:
        return -2
