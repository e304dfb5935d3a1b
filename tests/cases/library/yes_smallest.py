# verheal: check
# subject: lowest_bids
# expect: proved
# why: the smallest are the first of all in order
import heapq


def lowest_bids(bids: list[int], most: int) -> list[int]:
    """
    pre: most >= 0
    post: __return__ == sorted(bids)[:most]
    """
    return heapq.nsmallest(most, bids)
