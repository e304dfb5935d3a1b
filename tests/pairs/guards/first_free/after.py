def first_free(taken: list[bool], start: int) -> int:
    for i, used in enumerate(taken):
        if i < start:
            continue
        if not used:
            return i
    return -1
