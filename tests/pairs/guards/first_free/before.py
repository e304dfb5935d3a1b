def first_free(taken: list[bool], start: int) -> int:
    found = -1
    done = False
    for i, used in enumerate(taken):
        if not done and i >= start and not used:
            found = i
            done = True
    return found
