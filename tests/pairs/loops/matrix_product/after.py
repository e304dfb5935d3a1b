def product(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    for row in left:
        if len(row) != len(right):
            raise ValueError("shape")
    for row in right:
        if len(row) != len(right[0]):
            raise ValueError("shape")
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]
