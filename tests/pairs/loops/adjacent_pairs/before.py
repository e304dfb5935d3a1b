def ascents(heights: list[int]) -> int:
    count = 0
    for i in range(1, len(heights)):
        if heights[i] > heights[i - 1]:
            count += 1
    return count
