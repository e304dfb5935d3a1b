def total_price(prices: list[float], shipping: float) -> float:
    total = 0.0
    for price in prices:
        total += price
    return total + shipping
