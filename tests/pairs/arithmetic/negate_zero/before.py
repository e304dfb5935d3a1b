def negate_unless_zero(x: float) -> float:
    flipped = 0 - x
    return flipped
