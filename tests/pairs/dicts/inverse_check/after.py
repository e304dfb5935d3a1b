def is_one_to_one(codes: dict[str, int]) -> bool:
    return len(set(codes.values())) == len(codes)
