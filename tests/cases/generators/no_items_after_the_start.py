# verheal: check
# subject: sum_with
# expect: refuted assert | raises
# witness: sum_with([])
# why: the start is evaluated, and changes the list, before the generator is run over
def sum_with(xs: list[int]) -> int:
    total = sum((x for x in xs), xs.append(5) or 0)
    assert total == sum(xs) - 5
    return total
