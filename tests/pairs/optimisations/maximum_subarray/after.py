def largest_run(values: list[int]) -> int:
    best = ending = 0
    for value in values:
        ending = max(ending + value, 0)
        best = max(best, ending)
    return best
