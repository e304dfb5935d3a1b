def total_cost(prices: dict[str, int], basket: list[str]) -> tuple[int, list[str]]:
    total = 0
    unknown: list[str] = []
    for item in basket:
        if item not in prices:
            unknown.append(item)
            continue
        total += prices[item]
    return total, unknown
