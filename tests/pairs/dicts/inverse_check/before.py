def is_one_to_one(codes: dict[str, int]) -> bool:
    names = list(codes)
    for i, name in enumerate(names):
        for other in names[i + 1:]:
            if codes[name] == codes[other]:
                return False
    return True
