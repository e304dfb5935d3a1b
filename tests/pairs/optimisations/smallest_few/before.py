def cheapest(prices: list[int], count: int) -> list[int]:
    return sorted(prices)[:count]
