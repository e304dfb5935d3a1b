# verheal: check
# subject: rows_without
# expect: refuted post
# witness: rows_without([[1]], 0)
# why: the copy holds the rows themselves
def rows_without(table: list[list[int]], row: int) -> list[list[int]]:
    """
    pre: 0 <= row < len(table)
    post: table == __old__.table
    post: len(__return__) == len(table)
    """
    rows = list(table)
    rows[row].clear()
    return rows
