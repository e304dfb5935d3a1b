def listed(codes: list[int], code: int) -> bool:
    for known in codes:
        if known == code:
            return True
    return False
