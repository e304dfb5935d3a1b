"""Queues and stacks as lists, with exceptions."""
from __future__ import annotations


def take(queue: list[int], limit: int) -> list[int]:
    assert limit >= 0
    taken: list[int] = []
    while len(taken) < limit:
        taken.append(queue.pop(0))
    assert len(taken) == limit
    return taken


def take_some(queue: list[int], limit: int) -> list[int]:
    assert limit >= 0
    before = len(queue)
    taken: list[int] = []
    while queue and len(taken) < limit:
        taken.append(queue.pop(0))
    assert len(taken) <= limit
    assert len(taken) + len(queue) == before
    return taken


def scaled(stack: list[int], step: int) -> int:
    before = len(stack)
    stack.append(step)
    try:
        result = 100 // step
    except ZeroDivisionError:
        result = 0
    finally:
        stack.pop()
    assert len(stack) == before
    return result


def parse_all(texts: list[str]) -> tuple[list[int], int]:
    """The texts that are numbers, and how many are not."""
    good: list[int] = []
    bad = 0
    for text in texts:
        try:
            value = int(text)
        except ValueError:
            bad += 1
        else:
            good.append(value)
    assert len(good) + bad == len(texts)
    return good, bad
