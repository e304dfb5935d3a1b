def evaluate(coefficients: list[int], x: int) -> int:
    total = 0
    power = 1
    for coefficient in coefficients:
        total += coefficient * power
        power *= x
    return total
