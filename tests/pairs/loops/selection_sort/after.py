def rank(entries: list[tuple[str, int]]) -> None:
    entries.sort(key=lambda entry: entry[1])
