def bracket(income: int) -> str:
    if income < 0:
        return "loss"
    if income == 0:
        return "none"
    if income <= 9:
        return "low"
    return "high"
