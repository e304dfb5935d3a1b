def negate_unless_zero(x: float) -> float:
    return -x
