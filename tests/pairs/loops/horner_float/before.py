def evaluate_float(coefficients: list[float], x: float) -> float:
    total = 0.0
    power = 1.0
    for coefficient in coefficients:
        total += coefficient * power
        power *= x
    return total
