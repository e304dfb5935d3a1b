"""Worker processes that may be killed at any moment: each has a pipe of its own, so that none leaves a lock behind.

Nothing here knows what a task is. One thread does it all.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

PATIENCE = 3.0  # seconds for a worker to end by itself when there is nothing left to do
READY = "ready"


@dataclass(frozen=True)
class Answered:
    """What `perform` returned."""

    value: object


@dataclass(frozen=True)
class Raised:
    """The type of the exception that left `perform`; of its text nothing is known to be fit to be shown."""

    name: str


@dataclass(frozen=True)
class Died:
    """Exit code as multiprocessing tells it. `ready` False: it had not even begun."""

    exitcode: int | None
    ready: bool


@dataclass(frozen=True)
class Late:
    """It was ended when its seconds were over."""


Ending = Answered | Raised | Died | Late


@dataclass(frozen=True)
class Plan:
    """`context` is multiprocessing's; a worker calls `prepare(*arguments)` once, then `perform` for up to `most` tasks,
    of `seconds` each, and `finish` when it is given no more.
    """

    context: Any
    prepare: Callable[..., None]
    arguments: tuple[object, ...]
    perform: Callable[[Any], object]
    seconds: float
    most: int
    finish: Callable[[], None]


@dataclass
class _Worker:
    process: Any
    pipe: Connection
    ready: bool = False
    task: Any = None  # what it is at
    until: float = 0.0
    begun: int = 0
    end: Ending | None = field(default=None)

    def give(self, task: Any, seconds: float) -> bool:
        """Whether the task reached it."""
        try:
            self.pipe.send(task)
        except OSError:
            return False
        self.task, self.until, self.begun = task, time.monotonic() + seconds, self.begun + 1
        return True

    def hear(self) -> Ending | None:
        """What it says now, if that ends its task."""
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            self.kill()
            return Died(self.process.exitcode, self.ready)
        except Exception as error:  # an answer that cannot be read
            self.kill()
            return Raised(type(error).__name__)
        if said == READY:
            self.ready = True
            return None
        return said if isinstance(said, Answered | Raised) else Raised("TypeError")

    def kill(self) -> None:
        """Its own end is waited for first: how it died is what it is asked for."""
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()


def endings(plan: Plan, tasks: Sequence[Any], jobs: int) -> Generator[tuple[Any, Ending], None, None]:
    """How every task ended, as they end. Leaving it early kills all workers."""
    left = deque(tasks)
    crew: list[_Worker] = []
    try:
        while left or any(worker.task is not None for worker in crew):
            _assign(plan, crew, left, jobs)
            yield from _listen(crew)
        for worker in crew:
            worker.pipe.close()  # there is no more to do
        for worker in crew:
            worker.kill()
        crew.clear()
    finally:
        for worker in crew:
            worker.process.kill()
        for worker in crew:
            worker.kill()


def _assign(plan: Plan, crew: list[_Worker], left: deque[Any], jobs: int) -> None:
    """Everybody has a task, as far as there are some."""
    for worker in [w for w in crew if w.task is None and w.begun >= plan.most]:
        crew.remove(worker)
        worker.pipe.close()
        worker.kill()
    while left and (len(crew) < jobs or any(worker.task is None for worker in crew)):
        free = next((worker for worker in crew if worker.task is None), None)
        if free is None:
            free = _start(plan)
            crew.append(free)
        if free.give(left[0], plan.seconds):
            left.popleft()
        elif free.begun:
            crew.remove(free)
            free.kill()  # it died over nothing
        else:
            free.task, free.until = left.popleft(), 0.0  # it died before it began: the end of its pipe will tell


def _start(plan: Plan) -> _Worker:
    ours, its = plan.context.Pipe()
    process = plan.context.Process(target=_work, args=(its, plan), name="worker")
    process.start()
    its.close()
    return _Worker(process, ours)


def _listen(crew: list[_Worker]) -> Iterator[tuple[Any, Ending]]:
    """Wait until something is said, or the seconds of a task are over."""
    busy = [worker for worker in crew if worker.task is not None]
    now = time.monotonic()
    spoke = wait([worker.pipe for worker in busy], max(0.0, min(worker.until for worker in busy) - now))
    for worker in busy:
        end: Ending | None = None
        if worker.pipe in spoke:
            end = worker.hear()
        elif time.monotonic() > worker.until:
            worker.process.kill()
            worker.kill()
            end = Late()
        if end is None:
            continue
        task, worker.task = worker.task, None
        if worker.pipe.closed:
            crew.remove(worker)
        yield task, end


def _work(pipe: Connection, plan: Plan) -> None:
    """Runs in the worker, until nobody is there to give it a task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the workers
    code = 1
    with contextlib.suppress(BaseException):  # whatever it is, the main process hears that the worker ended
        plan.prepare(*plan.arguments)
        pipe.send(READY)
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                code = 0
                plan.finish()
                break
            _tell(pipe, _performed(plan.perform, task))
    os._exit(code)


def _performed(perform: Callable[[Any], object], task: Any) -> Ending:
    try:
        return Answered(perform(task))
    except BaseException as error:
        return Raised(type(error).__name__)


def _tell(pipe: Connection, end: Ending) -> None:
    try:
        pipe.send(end)
    except OSError:
        raise
    except Exception as error:  # it cannot be pickled, or there is no memory to
        pipe.send(Raised(type(error).__name__))
