# verheal: check
# subject: triangle_of_zeros
# expect: refuted post
# witness: triangle_of_zeros([[0, 0], [1, 0]])
def triangle_of_zeros(cells: list[list[int]]) -> bool:
    """
    pre: all(len(line) == len(cells) for line in cells)
    post: __return__ == all(cells[a][b] == 0 for a in range(len(cells)) for b in range(a))
    """
    for a in range(len(cells)):
        for b in range(1, a):
            if cells[a][b] != 0:
                return False
    return True
