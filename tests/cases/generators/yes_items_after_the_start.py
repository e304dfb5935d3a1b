# verheal: check
# subject: sum_with
# expect: proved
# why: the list is longer before it is run over
def sum_with(xs: list[int]) -> int:
    xs.append(5)
    total = sum(x for x in xs)
    assert total == sum(xs)
    return total
