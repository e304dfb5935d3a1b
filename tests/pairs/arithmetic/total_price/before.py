def total_price(prices: list[float], shipping: float) -> float:
    total = shipping
    for price in prices:
        total += price
    return total
