def price_of(prices: dict[str, int], item: str, fallback: dict[str, int]) -> int:
    price = prices.get(item)
    if price is None:
        price = fallback.get(item, 0)
    return price
