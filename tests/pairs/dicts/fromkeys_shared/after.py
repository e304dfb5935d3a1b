def buckets(names: list[str]) -> dict[str, list[int]]:
    return dict.fromkeys(names, [])
