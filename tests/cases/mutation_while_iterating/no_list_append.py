# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
# why: a for loop over a list sees what is appended
def f(xs: list[int]) -> int:
    n = len(xs)
    count = 0
    for _ in xs:
        count += 1
        if len(xs) < 5:
            xs.append(0)
    assert count == n
    return count
