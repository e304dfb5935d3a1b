# verheal: check
# subject: woven
# expect: refuted assert
# witness: woven([2], [1, 3])
def woven(ours: list[int], theirs: list[int]) -> list[int]:
    assert all(ours[k] <= ours[k + 1] for k in range(len(ours) - 1))
    assert all(theirs[k] <= theirs[k + 1] for k in range(len(theirs) - 1))
    both: list[int] = []
    i = j = 0
    while j < len(theirs) or i < len(ours):
        if i < len(ours) and (j >= len(theirs) or ours[i] < theirs[-1] + 1):
            both.append(ours[i])
            i += 1
        else:
            both.append(theirs[j])
            j += 1
    assert both == sorted(theirs + ours)
    return both
