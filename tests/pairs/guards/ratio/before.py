def ratio(part: int, whole: int) -> float:
    if whole == 0:
        raise ZeroDivisionError("whole")
    if part == 0:
        return 0.0
    if part < 0 or part > whole:
        raise ValueError("part")
    return part / whole
