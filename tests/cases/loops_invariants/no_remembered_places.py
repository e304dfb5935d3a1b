# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 3], 4)
def f(xs: list[int], target: int) -> tuple[int, int]:
    seen: dict[int, int] = {}
    pair = (-1, -1)
    for j, x in enumerate(xs):
        if target - x in seen:
            pair = (seen[target - x], j)
            break
        seen[x] = j + 1
    assert pair[0] < 0 or xs[pair[0]] + xs[pair[1]] == target
    assert pair[0] >= 0 or all(xs[i] + xs[j] != target for j in range(len(xs)) for i in range(j))
    return pair
