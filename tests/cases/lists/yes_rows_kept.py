# verheal: check
# subject: rows_without
# expect: proved
# why: slices are new lists, and the rows in them are not written to
def rows_without(table: list[list[int]], row: int) -> list[list[int]]:
    """
    pre: 0 <= row < len(table)
    post: table == __old__.table
    post: len(__return__) == len(table) - 1
    """
    return table[:row] + table[row + 1 :]
