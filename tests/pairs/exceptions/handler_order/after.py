def fetch(table: dict[str, int], values: list[int], name: str, index: int) -> int:
    try:
        return table[name] + values[index]
    except LookupError:
        return -2
    except KeyError:
        return -1
