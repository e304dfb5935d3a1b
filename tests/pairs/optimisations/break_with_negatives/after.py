def within_budget(costs: list[int], budget: int) -> int:
    affordable = 0
    total = 0
    for cost in costs:
        total += cost
        if total > budget:
            break
        affordable += 1
    return affordable
