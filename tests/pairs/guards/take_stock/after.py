def take_stock(stock: dict[str, int], item: str, count: int) -> int:
    stock[item] -= count
    left = stock[item]
    if left < 0:
        raise ValueError("not enough")
    return left
