def first_over_budget(costs: list[int], budget: int) -> int:
    for cost in costs:
        if cost < 0:
            raise ValueError("negative cost")
    left = budget
    for position, cost in enumerate(costs):
        left -= cost
        if left < 0:
            return position
    return len(costs)
