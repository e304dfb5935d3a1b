def combine(left: bool, right: bool, mode: str) -> bool:
    match (left, right):
        case (True, True):
            return mode in ("and", "or")
        case (False, False):
            return mode == "nor"
        case _:
            return mode in ("or", "xor")
