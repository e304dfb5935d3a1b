def dot_product(left: list[int], right: list[int]) -> int:
    result = 0
    for i in range(min(len(left), len(right))):
        result += left[i] * right[i]
    return result
