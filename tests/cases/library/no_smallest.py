# verheal: check
# subject: lowest_bids
# expect: refuted post
# witness: lowest_bids([1, 2], 1)
# why: the largest are others
import heapq


def lowest_bids(bids: list[int], most: int) -> list[int]:
    """
    pre: most >= 0
    post: __return__ == sorted(bids)[:most]
    """
    return heapq.nlargest(most, bids)
