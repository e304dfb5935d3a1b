def needs_restock(levels: list[int], minimum: int) -> bool:
    return len(levels) > 0 and levels[0] < minimum
