def listed(codes: list[int], code: int) -> bool:
    return code in codes
