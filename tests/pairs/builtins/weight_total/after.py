def weight_total(weights: list[float]) -> float:
    return sum(weights)
