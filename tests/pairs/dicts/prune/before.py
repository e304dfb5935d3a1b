def prune_empty(stock: dict[str, int]) -> int:
    removed = 0
    for name in list(stock):
        if stock[name] <= 0:
            del stock[name]
            removed += 1
    return removed
