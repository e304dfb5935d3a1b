# verheal: check
# subject: shares
# expect: refuted assert | raises
# witness: shares(0, 1)
def shares(total: int, people: int) -> list[int]:
    assert total >= 0 and people > 0
    share, rest = divmod(total, people)
    result = [share + 1 if i <= rest else share for i in range(people)]
    assert sum(result) == total
    return result
