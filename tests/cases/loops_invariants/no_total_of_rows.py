# verheal: check
# subject: total_of_rows
# expect: refuted post
# witness: total_of_rows([])
def total_of_rows(rows: list[list[int]]) -> int:
    """
    pre: all(x >= 0 for row in rows for x in row)
    post: __return__ > 0
    """
    total = 0
    for row in rows:
        for x in row:
            total += x
    return total
