def product(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    inner = len(right)
    width = len(right[0]) if right else 0
    if any(len(row) != inner for row in left) or any(len(row) != width for row in right):
        raise ValueError("shape")
    result: list[list[int]] = []
    for row in left:
        cells = [0] * width
        for k in range(inner):
            for j in range(width):
                cells[j] += row[k] * right[k][j]
        result.append(cells)
    return result
