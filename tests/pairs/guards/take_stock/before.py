def take_stock(stock: dict[str, int], item: str, count: int) -> int:
    if item not in stock:
        raise KeyError(item)
    if stock[item] < count:
        raise ValueError("not enough")
    stock[item] -= count
    return stock[item]
