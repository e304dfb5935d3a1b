def combine(left: bool, right: bool, mode: str) -> bool:
    if mode == "and":
        return left and right
    if mode == "or":
        return left or right
    if mode == "xor":
        return left != right
    return mode == "nor" and not (left or right)
