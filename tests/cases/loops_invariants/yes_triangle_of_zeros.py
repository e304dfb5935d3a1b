# verheal: check
# subject: triangle_of_zeros
# expect: proved
# why: what the inner loop finds of one row, the outer loop has found of all rows before
def triangle_of_zeros(cells: list[list[int]]) -> bool:
    """
    pre: all(len(line) == len(cells) for line in cells)
    post: __return__ == all(cells[a][b] == 0 for a in range(len(cells)) for b in range(a))
    """
    for a in range(len(cells)):
        for b in range(a):
            if cells[a][b] != 0:
                return False
    return True
