def ascents(heights: list[int]) -> int:
    count = 0
    previous = heights[0]
    for height in heights[1:]:
        if height > previous:
            count += 1
        previous = height
    return count
