# verheal: check
# subject: all_entries
# expect: proved
# why: the items of the one list, then those of the other
from itertools import chain
from operator import add


def all_entries(early: list[int], late: list[int]) -> list[int]:
    """
    post: len(__return__) == add(len(early), len(late))
    """
    return list(chain(early, late))
