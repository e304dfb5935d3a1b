"""High scores."""
from __future__ import annotations

import bisect
import heapq
from itertools import groupby


def podium(scores: dict[str, int]) -> list[str]:
    """
    post: len(__return__) <= 3
    post: not scores or scores[__return__[0]] == max(scores.values())
    """
    return sorted(scores, key=lambda name: (-scores[name], name))[:3]


def insert_score(table: list[int], score: int) -> None:
    """Keep a table sorted with the best score first.

    pre: table == sorted(table, reverse=True)
    post[table]: table == sorted(table, reverse=True)
    post[table]: len(table) == len(__old__.table) + 1
    """
    bisect.insort(table, score)


def lowest(values: list[int], count: int) -> list[int]:
    """
    pre: count >= 0
    post: __return__ == sorted(values)[:count]
    """
    return heapq.nsmallest(count, values)


def longest_streak(won: list[bool]) -> int:
    """
    post: 0 <= __return__ <= len(won)
    """
    return max(len(list(group)) for key, group in groupby(won) if key)
