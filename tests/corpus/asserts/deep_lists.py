"""Sums, counts and runs in lists."""
from __future__ import annotations

from typing import Optional


def prefix_sums(xs: list[int]) -> list[int]:
    sums = [0]
    for x in xs:
        sums.append(sums[-1] + x)
    assert len(sums) == len(xs) + 1
    assert all(sums[i + 1] - sums[i] == xs[i] for i in range(len(xs)))
    assert sums[-1] == sum(xs)
    return sums


def best_streak(changes: list[int]) -> int:
    """The largest sum of some consecutive changes, at least one."""
    assert len(changes) > 0
    best = current = 0
    for change in changes:
        current = max(0, current + change)
        best = max(best, current)
    assert all(best >= change for change in changes)
    assert any(
        best == sum(changes[i:j]) for i in range(len(changes)) for j in range(i + 1, len(changes) + 1)
    )
    return best


def two_sum(xs: list[int], target: int) -> Optional[tuple[int, int]]:
    seen: dict[int, int] = {}
    pair = None
    for j, x in enumerate(xs):
        if target - x in seen:
            pair = (seen[target - x], j)
            break
        seen[x] = j
    if pair is None:
        assert all(xs[i] + xs[j] != target for j in range(len(xs)) for i in range(j))
    else:
        assert 0 <= pair[0] < pair[1] < len(xs)
        assert xs[pair[0]] + xs[pair[1]] == target
    return pair


def majority(votes: list[int]) -> Optional[int]:
    """The vote that more than half agree on, if there is one."""
    winner: Optional[int] = None
    lead = 0
    for vote in votes:
        if lead == 0:
            winner = vote
        lead += 1 if vote == winner else -1
    if lead == 0:
        winner = None
    assert winner is None or 2 * votes.count(winner) > len(votes)
    assert winner is not None or all(2 * votes.count(v) <= len(votes) for v in votes)
    return winner


def run_lengths(xs: list[int]) -> list[tuple[int, int]]:
    """Pairs of a value and how often it is repeated in a row."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(xs):
        j = i + 1
        while j < len(xs) and xs[j] == xs[i]:
            j += 1
        runs.append((xs[i], j - i))
        i = j
    assert all(count > 0 for _, count in runs)
    assert all(runs[k][0] != runs[k + 1][0] for k in range(len(runs) - 1))
    assert [value for value, count in runs for _ in range(count)] == xs
    return runs


def rotate(xs: list[int], by: int) -> None:
    """Rotate to the left, in place, by three reversals."""
    before = list(xs)
    by %= len(xs)
    xs[:by] = xs[:by][::-1]
    xs[by:] = xs[by:][::-1]
    xs.reverse()
    assert xs == before[by:] + before[:by]


def drop_repeats(xs: list[int]) -> None:
    assert all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    values = set(xs)
    write = 0
    for read in range(len(xs)):
        if read == 0 or xs[read] != xs[write - 1]:
            xs[write] = xs[read]
            write += 1
    del xs[write:]
    assert all(xs[i] < xs[i + 1] for i in range(len(xs) - 1))
    assert set(xs) == values


def runner_up(scores: list[int]) -> int:
    """The second highest score; equal scores count one by one."""
    assert len(scores) >= 2
    best = second = scores[0]
    for score in scores[1:]:
        if score > best:
            best, second = score, best
        elif score > second:
            second = score
    assert best == max(scores)
    assert second == sorted(scores)[-2]
    return second


def histogram(xs: list[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for x in xs:
        if x in counts:
            counts[x] += 1
        else:
            counts[x] = 1
    assert sum(counts.values()) == len(xs)
    assert all(counts[x] == xs.count(x) for x in xs)
    assert all(key in xs for key in counts)
    return counts
