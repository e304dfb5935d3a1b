def total_cost(prices: dict[str, int], basket: list[str]) -> tuple[int, list[str]]:
    total = 0
    unknown: list[str] = []
    for item in basket:
        try:
            price = prices[item]
        except KeyError:
            unknown.append(item)
        else:
            total += price
    return total, unknown
