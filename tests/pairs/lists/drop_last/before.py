def drop_last(values: list[int], count: int) -> list[int]:
    if count < 0:
        raise ValueError("count")
    kept = list(values)
    for _ in range(min(count, len(kept))):
        kept.pop()
    return kept
