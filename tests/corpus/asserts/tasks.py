"""A list of tasks and a traffic light."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional


class Light(Enum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"


@dataclass
class Task:
    name: str
    priority: int
    done: bool = False


def next_light(light: Light) -> Light:
    if light is Light.RED:
        result = Light.GREEN
    elif light is Light.GREEN:
        result = Light.YELLOW
    else:
        result = Light.RED
    assert result is not light
    return result


def next_task(tasks: list[Task]) -> Optional[Task]:
    best: Optional[Task] = None
    for task in tasks:
        if task.done:
            continue
        if best is None or task.priority > best.priority:
            best = task
    assert best is None or not best.done
    assert best is not None or all(task.done for task in tasks)
    return best


def finish_all(tasks: list[Task]) -> int:
    """Mark all tasks as done; gives the number of those that were open."""
    still_open = [task for task in tasks if not task.done]
    count = 0
    for task in tasks:
        if not task.done:
            task.done = True
            count += 1
    assert all(task.done for task in tasks)
    assert count == len(still_open)
    return count


def average_priority(tasks: list[Task]) -> int:
    assert len(tasks) > 0
    total = 0
    pending = 0
    for task in tasks:
        if not task.done:
            total += task.priority
            pending += 1
    return total // pending
