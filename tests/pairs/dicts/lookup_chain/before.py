def price_of(prices: dict[str, int], item: str, fallback: dict[str, int]) -> int:
    if item in prices:
        return prices[item]
    if item in fallback:
        return fallback[item]
    return 0
