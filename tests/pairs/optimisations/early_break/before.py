def first_over_budget(costs: list[int], budget: int) -> int:
    if any(cost < 0 for cost in costs):
        raise ValueError("negative cost")
    affordable = 0
    total = 0
    for cost in costs:
        total += cost
        if total <= budget:
            affordable += 1
    return affordable
