"""The boxes themselves: what a level promises is tried, not assumed, and a promise that cannot be kept runs
nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from verheal.prover.isolation import seccomp
from verheal.prover.isolation.model import LEVELS, Box, Isolation, Level, Limits
from verheal.prover.isolation.probe import interpreter_roots, probe, try_level
from verheal.prover.isolation.sweep import scratch_folder
from verheal.prover.isolation.wrap import clean_environment, wrap
from verheal.prover.run.interpreter import InterpreterError, describe
from verheal.prover.run.job import Condition, Job, ModuleRef
from verheal.prover.run.runner import Runner, communicate


def run_in(level: Level, tmp_path: Path, code: str, **more: object) -> tuple[str, int, str]:
    box = Box(str(tmp_path), interpreter_roots(), **more)  # type: ignore[arg-type]
    return communicate(wrap((sys.executable, "-I", "-S", "-B", "-c", code), level, box))


@pytest.fixture(params=LEVELS)
def level(request: pytest.FixtureRequest, held: dict[Level, str]) -> Level:
    found: Level = request.param
    if held[found]:
        pytest.skip(f"{found} does not hold here: {held[found]}")
    return found


def test_probe_names_the_strongest_level_that_holds(held: dict[Level, str]) -> None:
    answer = probe()
    assert answer.level == next(level for level in LEVELS if not held[level])
    assert answer.enough_for_effects is (answer.level != "rlimits")


def test_resource_limits_alone_keep_no_promise() -> None:
    assert "write" in try_level("rlimits")


def test_limits_hold(level: Level, tmp_path: Path) -> None:
    code = (
        "import resource as r, json, os, sys\n"
        "print(json.dumps([r.getrlimit(getattr(r, n))[0] for n in\n"
        " ('RLIMIT_CPU', 'RLIMIT_AS', 'RLIMIT_FSIZE', 'RLIMIT_CORE', 'RLIMIT_NOFILE')]\n"
        " + [sys.stdin.read(), os.getcwd()]))"
    )
    limits = Limits(cpu_seconds=7, memory_bytes=900_000_000, file_bytes=1 << 20, open_files=64)
    output, status, errors = run_in(level, tmp_path, code, limits=limits)
    assert (status, errors) == (0, "")
    assert json.loads(output) == [7, 900_000_000, 1 << 20, 0, 64, "", str(tmp_path)]


def test_links_in_what_may_be_read(level: Level, tmp_path: Path) -> None:
    """A linked `.venv` in the tree, a linked tree: what lies behind is seen under both names."""
    behind, tree, scratch = (tmp_path / name for name in ("behind", "tree", "scratch"))
    for folder in (behind, tree, scratch):
        folder.mkdir()
    (behind / "file").write_text("here")
    (tree / "link").symlink_to(behind)
    (tmp_path / "also").symlink_to(tree)
    paths = [str(tree / "link"), str(tree), str(tmp_path / "also"), str(tmp_path / "also" / "link")]
    code = "import sys\nfor path in sys.argv[1:]: print(open(path).read())"
    box = Box(str(scratch), (*interpreter_roots(), *paths))
    files = [str(tree / "link" / "file"), str(tmp_path / "also" / "link" / "file"), str(behind / "file")]
    argv = (sys.executable, "-I", "-S", "-B", "-c", code, *files)
    assert communicate(wrap(argv, level, box)) == ("here\n" * 3, 0, "")


def test_a_command_that_starts_others_cannot_unless_it_may(level: Level, tmp_path: Path) -> None:
    code = "import os; pid = os.fork(); pid and os.waitpid(pid, 0); print('forked')"
    assert "forked" in run_in(level, tmp_path, code, processes=True)[0]
    if level != "rlimits":
        assert "forked" not in run_in(level, tmp_path, code)[0]


def test_wall_limit_ends_the_whole_group(level: Level, tmp_path: Path) -> None:
    code = "import os, time; os.fork(); print('here', flush=True); time.sleep(600)"
    output, status, _ = run_in(level, tmp_path, code, processes=True, limits=Limits(wall_seconds=2))
    assert "here" in output
    assert status != 0


def test_a_promise_that_cannot_be_kept_runs_nothing(tmp_path: Path) -> None:
    command = wrap(
        (sys.executable, "-c", "print('ran')"), "landlock", Box(str(tmp_path), interpreter_roots())
    )
    spec = json.loads(command.argv[-1])
    broken = tmp_path / "broken"
    shutil.copytree(Path(seccomp.__file__).parent, broken)
    (broken / "landlock.py").write_text("def restrict(readable, writable):\n    return 'not today'\n")
    argv = [sys.executable, "-I", "-S", str(broken / "confine.py"), json.dumps(spec)]
    done = subprocess.run(argv, env=command.env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (125, "")
    assert "not today" in done.stderr


def test_links_in_what_is_readable_are_followed(level: Level, tmp_path: Path) -> None:
    """A virtual environment is often a link, in the repository or through another one, to a place outside."""
    real, tree, other = tmp_path / "real" / "env", tmp_path / "tree", tmp_path / "other"
    for folder in (real, tree, other, tmp_path / "box"):
        folder.mkdir(parents=True)
    (real / "file").write_text("found")
    (other / "hop").symlink_to(real)
    (tree / ".venv").symlink_to("../other/hop")
    named = (str(tree), str(tree / ".venv"), str(tmp_path / "other" / "hop" / "file"))
    box = Box(str(tmp_path / "box"), (*interpreter_roots(), *named))
    code = f"print(open({str(tree / '.venv' / 'file')!r}).read())"
    assert communicate(wrap((sys.executable, "-I", "-S", "-B", "-c", code), level, box))[0] == "found\n"


def test_the_environment_is_made_new() -> None:
    environment = clean_environment(Box("/scratch", hash_seed=5))
    assert environment["PYTHONHASHSEED"] == "5"
    assert environment["HOME"] == "/scratch"
    assert not set(environment) & {"USER", "LD_PRELOAD", "PYTHONPATH", "SSH_AUTH_SOCK"}


def test_filters_exist_for_both_architectures_and_no_other() -> None:
    for machine in ("x86_64", "aarch64"):
        code = seccomp.program(seccomp.Rules(no_fork=True, no_metadata=True, own_pid=42), machine)
        assert code is not None and len(code) % 8 == 0 and len(code) // 8 < 4096
    assert seccomp.program(seccomp.Rules(), "riscv64") is None


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("wanted", ["bubblewrap", "landlock"])
def test_it_works_for_a_normal_user_too(wanted: Level, held: dict[Level, str], tmp_path: Path) -> None:
    system = "/usr/bin/python3"
    if held[wanted] or not shutil.which("setpriv") or not Path(system).exists():
        pytest.skip("not possible here")
    tree = tmp_path / "copy"
    shutil.copytree(Path(seccomp.__file__).parents[3] / "verheal", tree / "verheal")
    for folder in (tree, *tree.parents):
        if folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o755)
    code = f"from verheal.prover.isolation.probe import try_level; print(repr(try_level({wanted!r})))"
    argv = ["setpriv", "--reuid", "12345", "--regid", "12345", "--clear-groups", system, "-B", "-c", code]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tree)}
    done = subprocess.run(argv, env=environment, cwd=tree, capture_output=True, text=True, check=False)
    if "ImportError" in done.stderr or "SyntaxError" in done.stderr:
        pytest.skip(f"{system} is too old for verheal itself")
    assert done.stdout.strip() == "''", done.stderr


def interpreters() -> list[str]:
    """Other Pythons of this machine, where there are any."""
    named = [shutil.which(f"python3.{minor}") or "" for minor in range(8, 15)]
    managed = [str(p) for p in Path.home().glob(".pyenv/versions/3.*/bin/python")]
    return sorted({path for path in (*named, *managed) if path})


@pytest.mark.parametrize("python", interpreters())
def test_the_child_runs_under_the_users_interpreter(python: str, runner: Runner, write_module) -> None:
    try:
        interpreter = describe(python)
    except InterpreterError as error:
        pytest.skip(str(error))
    module: ModuleRef = write_module(
        """
        from dataclasses import dataclass
        from typing import Dict, List, Optional

        @dataclass
        class Item:
            size: int
            name: Optional[str] = None

        def mean(xs: List[int], by: Dict[str, Item]) -> float:
            def inner():
                return sum(xs) / len(xs)
            return inner()
        """
    )
    ensures = (Condition("post", "r >= OLD.low", "post", "r", (("OLD.low", "min(xs)"),)),)
    calls = ("mean([2, 4], {'a': Item(1)})", "mean([], {})", "mean([1], {'a': Item('x')})", "mean([1])")
    jobs = [Job(call, "mean", ensures=ensures, repeats=2) for call in calls]
    records = Runner(interpreter, runner.isolation, limits=runner.limits).run(module, jobs)
    assert [r["outcome"] for r in records] == ["returned", "raised", "rejected", "rejected"], records
    assert records[0]["ensures"][0]["ok"] is True
    assert records[1]["exception"]["traceback"][-1][2] == "mean.<locals>.inner"
    assert records[0]["deterministic"] is True


def test_something_else_is_no_interpreter() -> None:
    for path in ("/bin/true", "/nowhere/python"):
        with pytest.raises(InterpreterError):
            describe(path)


def test_isolation_says_what_is_enough() -> None:
    assert Isolation("landlock", "").enough_for_effects
    assert not Isolation("rlimits", "").enough_for_effects


def test_what_a_link_inside_the_tree_leads_to_can_be_read(level: Level, tmp_path: Path) -> None:
    tree, elsewhere, scratch = (tmp_path / name for name in ("tree", "elsewhere", "scratch"))
    for folder in (tree, elsewhere, scratch):
        folder.mkdir()
    (elsewhere / "told").write_text("told")
    (tree / ".venv").symlink_to(elsewhere)
    readable = (str(tree / ".venv"), str(tree), *interpreter_roots())
    code = f"print(open({str(tree / '.venv' / 'told')!r}).read())"
    box = Box(str(scratch), readable)
    output, status, errors = communicate(wrap((sys.executable, "-I", "-S", "-B", "-c", code), level, box))
    assert (output, status, errors) == ("told\n", 0, "")


def test_a_folder_is_emptied_of_whatever_was_left_there(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("stays")
    victim.chmod(0o644)
    with scratch_folder(str(tmp_path)) as folder:
        here = os.open(folder, os.O_DIRECTORY)
        for _ in range(3000):
            os.mkdir("a", dir_fd=here)
            inner = os.open("a", os.O_DIRECTORY, dir_fd=here)
            os.close(here)
            here = inner
        os.close(here)
        closed = Path(folder, "closed")
        (closed / "inner").mkdir(parents=True)
        (closed / "inner" / "file").write_text("x")
        (closed / "link").symlink_to(victim)
        Path(folder, "loop").symlink_to(folder)
        (closed / "inner").chmod(0)
        closed.chmod(0)
    assert not os.path.lexists(folder)
    assert victim.read_text() == "stays" and victim.stat().st_mode & 0o777 == 0o644
