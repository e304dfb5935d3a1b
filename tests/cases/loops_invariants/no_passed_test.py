# verheal: check
# subject: f
# expect: refuted raises | safety:IndexError
# witness: f(None)
from __future__ import annotations

from typing import Optional


class Hook:
    def __init__(self, weight: int, near: Optional[Hook] = None, far: Optional[Hook] = None) -> None:
        self.weight: int = weight
        self.near: Optional[Hook] = near
        self.far: Optional[Hook] = far


def f(hook: Optional[Hook]) -> list[int]:
    weights: list[int] = []
    waiting: list[Hook] = []
    while hook is not None or len(waiting) == len(weights):
        while hook is not None:
            waiting.append(hook)
            hook = hook.near
        last = waiting.pop()
        weights.append(last.weight)
        hook = last.far
    return weights
