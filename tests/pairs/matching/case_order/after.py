def bracket(income: int) -> str:
    match income:
        case _ if income < 0:
            return "loss"
        case _ if income <= 9:
            return "low"
        case 0:
            return "none"
        case _:
            return "high"
