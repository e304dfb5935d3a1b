"""Functions are analysed in worker processes that can be killed: by time, by memory, by a crash of a solver.

What happens to one function never reaches another: a killed worker is replaced and the queue goes on.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from verheal.contracts.source.model import Repository
from verheal.prover.crew import Answered, Died, Late, Plan, Raised, endings
from verheal.prover.isolation.sweep import scratch_folder
from verheal.prover.outcome import Failure, FunctionReport
from verheal.prover.task import Setting, Task

if TYPE_CHECKING:
    from verheal.prover.analysis import Bench

TASKS_PER_WORKER = 250  # then a fresh one: memory that solvers leave behind
ATTEMPTS = 3  # at a function whose worker was taken away by no fault of its own
SERVER_GONE = 255  # what multiprocessing says of a worker whose server has ended, and told nobody how the worker did
NO_SERVER = "the process that starts workers was ended from outside"
NO_WORKERS = "no worker could be started, or kept"
COMMON = (NO_SERVER, NO_WORKERS)
PRELOADED = ("verheal.prover.preload",)
CPU_GRACE, WALL_GRACE = 20.0, 300.0  # seconds on top; wall time only ends what hangs, however busy the machine
PR_SET_PDEATHSIG = 1
LONGEST_FOLDER, SHORT_FOLDER = 60, "/tmp"  # bytes that leave room for /pymp-xxxxxxxx/listener-xxxxxxxx

_bench: ContextVar[Bench] = ContextVar("bench")

Asked = TypeVar("Asked")
Told = TypeVar("Told")
Perform = Callable[[Task], FunctionReport]


@dataclass(frozen=True)
class Limits:
    """Limits of one task beyond its budget, which it keeps by itself: CPU seconds, wall seconds."""

    cpu_seconds: float
    wall_seconds: float


def limits_for(budget: float) -> Limits:
    """The point at which a task that ignores its budget is ended from outside."""
    return Limits(3 * budget + CPU_GRACE, 30 * budget + WALL_GRACE)


@dataclass(frozen=True)
class Job(Generic[Asked, Told]):
    """What workers do with a task: `prepare(blob, cpu_seconds)` once, `perform` for each, `finish` at last. `fail` says
    what is told where no report came, `failed` why a report tells nothing.
    """

    prepare: Callable[[bytes, float], None]
    perform: Callable[[Asked], object]
    finish: Callable[[], None]
    fail: Callable[[Asked, Failure], Told]
    failed: Callable[[Told], Failure | None]


def run_tasks(
    setting: Setting, repository: Repository, tasks: Sequence[Task], jobs: int, perform: Perform | None = None
) -> Generator[tuple[Task, FunctionReport], None, None]:
    """A report for every task, in the order in which they get ready; leaving it early kills all workers.

    `perform` is what a worker does with a task, `perform_task` unless a test says otherwise.
    """
    job: Job[Task, FunctionReport] = Job(
        prepare, perform or perform_task, finish, lambda task, why: FunctionReport(task.key, failure=why), _failed
    )
    with scratch_folder() as scratch, safe_path():
        blob = pickle.dumps((replace(setting, scratch=scratch), repository), protocol=pickle.HIGHEST_PROTOCOL)
        yield from rounds(job, blob, limits_for(setting.budget), tasks, jobs)


def rounds(
    job: Job[Asked, Told], blob: bytes, limits: Limits, tasks: Sequence[Asked], jobs: int
) -> Generator[tuple[Asked, Told], None, None]:
    """What is told of every task; what the workers' common trouble took away is done again."""
    left = list(tasks)
    for attempt in range(ATTEMPTS):
        again = []
        for task, told in _one_round(job, blob, limits, left, jobs):
            why = job.failed(told)
            if why is None or why.message not in COMMON or attempt + 1 == ATTEMPTS:
                yield task, told
            else:
                again.append(task)
        left = again
        if not left:
            return


def _one_round(
    job: Job[Asked, Told], blob: bytes, limits: Limits, tasks: Sequence[Asked], jobs: int
) -> Generator[tuple[Asked, Told], None, None]:
    arguments = (blob, limits.cpu_seconds)
    plan = Plan(context(), job.prepare, arguments, job.perform, limits.wall_seconds, TASKS_PER_WORKER, job.finish)
    with closing(endings(plan, tasks, max(1, min(jobs, len(tasks))))) as ended:
        for task, end in ended:
            told = cast(Told, end.value) if isinstance(end, Answered) else job.fail(task, failure_of(end, limits))
            yield task, told


def _failed(report: FunctionReport) -> Failure | None:
    return report.failure


def perform_task(task: Task) -> FunctionReport:
    """Runs in the worker."""
    from verheal.prover.analysis import analyse

    return analyse(bench_for_task(), task)


def bench_for_task() -> Bench:
    """In a worker: what it keeps between tasks, with the CPU time of one more task allowed."""
    bench = _bench.get()
    allow_cpu(bench.cpu_allowance)
    return bench


def prepare(blob: bytes, cpu_seconds: float) -> None:
    """Runs in a new worker, before its first task."""
    from verheal.prover.analysis import Bench

    setting, repository = pickle.loads(blob)
    settle(setting.memory_bytes)
    _bench.set(Bench(setting, repository, cpu_seconds))


def settle(memory_bytes: int) -> None:
    """What a new worker does first: it dies with those it works for, leaves no core and has limited memory."""
    _die_with_parent()
    _die_with_main()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # which workers ignore
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit_memory(memory_bytes)


def finish() -> None:
    """Runs in a worker that is given no more tasks."""
    _bench.get().close()


def failure_of(end: Late | Died | Raised, limits: Limits) -> Failure:
    """Why there is no report, whatever a task's end was instead."""
    match end:
        case Late():
            return Failure("limit", f"was ended after {limits.wall_seconds:.0f} s")
        case Died(code, ready):
            return Failure(*(_death(code) if ready or code == SERVER_GONE else ("error", NO_WORKERS)))
        case Raised("MemoryError"):
            return Failure("limit", "ran out of memory")
        case Raised(name):  # whatever it is, it is one function's trouble
            return Failure("error", f"{name} in the worker")


def _death(exitcode: int | None) -> tuple[str, str]:
    """Why a worker is no more: reason and message."""
    if exitcode == SERVER_GONE:
        return "error", NO_SERVER
    code = -(exitcode or 0)
    if code == signal.SIGXCPU:
        return "limit", "used up its CPU time"
    name = (
        signal.Signals(code).name if code in {int(s) for s in signal.Signals} else f"exit status {exitcode}"
    )
    return "error", f"the worker died ({name})"


def context() -> Any:
    """Workers are forked from a server that has imported the solver once and has a single thread."""
    import multiprocessing

    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    found = multiprocessing.get_context(method)
    if method == "forkserver":
        _short_names()
        found.set_forkserver_preload(list(PRELOADED))
        _start_server()
    return found


def _short_names() -> None:
    """Sockets have names of 107 bytes at most: where temporary files lie too deep, multiprocessing's lie elsewhere."""
    import tempfile
    from multiprocessing import util

    before = tempfile.tempdir
    if len(os.fsencode(tempfile.gettempdir())) > LONGEST_FOLDER and os.access(SHORT_FOLDER, os.W_OK):
        tempfile.tempdir = SHORT_FOLDER
        try:
            util.get_temp_dir()  # it is chosen once
        finally:
            tempfile.tempdir = before


def _start_server() -> None:
    """With Ctrl-C held back: a server that has no handlers yet would answer it with a traceback."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # by itself it holds signals back, and lets them in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def safe_path() -> Iterator[None]:
    """Helper processes of multiprocessing start as `python -c`, which would put the current directory, and
    with it the code that is checked, at the front of `sys.path`.

    Only a verheal that itself stands there is told where: workers would find another one, or none.
    """
    wanted = {"PYTHONSAFEPATH": "1"}
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
    if home == os.path.realpath(os.getcwd()):
        given = os.environ.get("PYTHONPATH")
        wanted["PYTHONPATH"] = home if not given else home + os.pathsep + given
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def allow_cpu(seconds: float) -> None:
    """From now on this process may use so much more CPU time; then the kernel ends it."""
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(used + seconds) + 1
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit_memory(limit: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _die_with_main() -> None:
    """The parent of a worker is the server that forked it: that outlives a main process that was killed."""
    import multiprocessing
    import threading

    main = multiprocessing.parent_process()

    def wait() -> None:
        if main is not None:
            main.join()
            os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True, name="main's end").start()


def _die_with_parent() -> None:
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
