def weight_total(weights: list[float]) -> float:
    total = 0.0
    for weight in weights:
        total += weight
    return total
