# verheal: check
# subject: all_entries
# expect: refuted post
# witness: all_entries([1], [])
# why: the first list comes twice
from itertools import chain
from operator import add


def all_entries(early: list[int], late: list[int]) -> list[int]:
    """
    post: len(__return__) == add(len(early), len(late))
    """
    return list(chain(early, early))
