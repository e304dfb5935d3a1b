def prune_empty(stock: dict[str, int]) -> int:
    gone = [name for name, count in stock.items() if count <= 0]
    for name in gone:
        stock.pop(name)
    return len(gone)
