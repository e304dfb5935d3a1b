import heapq


def cheapest(prices: list[int], count: int) -> list[int]:
    return heapq.nsmallest(count, prices)
