def trapped_water(heights: list[int]) -> int:
    if not heights:
        return 0
    low, high = 0, len(heights) - 1
    left, right = heights[low], heights[high]
    total = 0
    while low < high:
        if left <= right:
            low += 1
            left = max(left, heights[low])
            total += left - heights[low]
        else:
            high -= 1
            right = max(right, heights[high])
            total += right - heights[high]
    return total
