"""Modules that parse but cannot be imported, or not sanely: told as such, and nothing is said beyond it."""

from __future__ import annotations

import subprocess
import sys

from tests.bad_input.project import BAD, Project, assert_unharmed, environment, finished

BROKEN = {
    "raises": ("raise RuntimeError('not today')", "RuntimeError: not today"),
    "exits": ("import sys\nsys.exit(3)", "SystemExit: 3"),
    "quits": ("import os\nos._exit(0)", "ends the process"),
    "crashes": ("import ctypes\nctypes.string_at(0)", "ends the process (SIGSEGV)"),
    "missing": ("import nowhere_to_be_found", "ModuleNotFoundError"),
    "interrupts": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "deep": ("exec('(lambda f: f(f))(lambda f: f(f))')", "RecursionError"),
    "endless": ("while True: pass", "does not end in time"),
}


def test_what_cannot_be_imported_is_undecided_and_says_why(project: Project) -> None:
    for name, (start, _) in BROKEN.items():
        project.write(f"{name}.py", f"{start}\n{BAD}\ndef other(x: int) -> int:\n    return x\n")
    done = project.check()
    assert done.code == 0, done.err  # undecided clauses fail under --require only
    for name, (_, why) in BROKEN.items():
        assert done.verdict("worse", f"src/{name}.py") == "unknown"
        reasons = {o["reason"] for o in done.report["obligations"] if o["path"] == f"src/{name}.py"}
        assert all(r.startswith("not-run: the module cannot be imported: ") and why in r for r in reasons), reasons
    assert_unharmed(done)
    assert project.run("check", "src", "--budget", "2", "--require", "proved").code == 1


def test_circular_imports(project: Project) -> None:
    project.write("left.py", "from right import down\n" + BAD + "\ndef up(x: int) -> int:\n    return down(x)\n")
    project.write("right.py", "def down(x: int) -> int:\n    return x\n\nimport left\n")
    project.write("ring/__init__.py", "from ring.one import first\n")
    project.write("ring/one.py", """
        import ring.two

        def first(n: int) -> int:
            '''
            post: __return__ >= n
            '''
            return n if n > 9 else ring.two.second(n + 1)
        """)
    project.write("ring/two.py", """
        from ring import one

        def second(n: int) -> int:
            '''
            post: __return__ >= n
            '''
            return one.first(n)
        """)
    project.write("unlucky/__init__.py", "")
    project.write("unlucky/a.py", "from unlucky.b import y\nx = 1\n")
    project.write("unlucky/b.py", "from unlucky.a import x\ny = 2\n" + BAD)
    done = project.check()
    assert done.verdict("worse", "src/left.py") == "refuted"
    assert done.post("first")["verdict"] != "refuted" != done.post("second")["verdict"]
    assert done.verdict("worse", "src/unlucky/b.py") in ("refuted", "unknown")
    assert done.code == 1
    assert_unharmed(done)


def test_modules_named_as_what_verheal_uses(project: Project) -> None:
    """In the checked folder and in the current one: verheal imports neither."""
    names = ("random", "z3", "ast", "typing", "re", "json", "enum", "dataclasses", "pebble", "networkx",
             "multiprocessing", "signal", "sqlite3", "pydantic", "crosshair", "hypothesis", "site", "types",
             "sitecustomize", "usercustomize", "__future__")  # fmt: skip
    mark = project.folder / "imported"
    trap = f"open({str(mark)!r}, 'a').write(__name__ + chr(10))\n"
    for name in names:
        if name != "types":  # there `python -m` fails before it gets to any program
            (project.folder / f"{name}.py").write_text(trap)
        project.write(f"{name}.py", BAD.replace("worse", f"in_{name.strip('_')}"))
    for package in ("verheal", "lattice", "contracts", "proofs"):
        if package != "verheal":  # `python -m verheal` means that one then: see below
            (project.folder / package).mkdir()
            (project.folder / package / "__init__.py").write_text(trap)
        project.write(f"{package}/__init__.py", BAD.replace("worse", f"in_{package}"))
    done = project.check("-j", "2")
    assert not mark.exists(), mark.read_text()
    assert done.code == 1
    verdicts = {f["function"]: f["verdict"] for f in done.report["functions"]}
    assert verdicts.pop("half") == "proved"
    refuted = {name for name, verdict in verdicts.items() if verdict == "refuted"}
    assert refuted >= {"in_random", "in_z3", "in_verheal", "in_lattice", "in_contracts"}, verdicts
    assert set(verdicts.values()) <= {"refuted", "unknown"}, verdicts


def test_a_package_called_verheal_in_the_current_folder(project: Project) -> None:
    """There `python -m verheal` is that package, by Python's own rules; the command is still verheal."""
    home = project.folder / "verheal"
    home.mkdir()
    (home / "__init__.py").write_text(BAD + "\nprint('not me')\n")
    (home / "startup.py").write_text("raise RuntimeError('not me')\n")
    command = "import sys; from verheal.cli.main import main; sys.exit(main(sys.argv[1:]))"
    arguments = [sys.executable, "-P", "-c", command, "check", "verheal", "src", "--budget", "2", "--format", "json"]
    done = finished(subprocess.Popen(
        arguments, cwd=project.folder, env=environment(), text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ))  # fmt: skip
    assert (done.code, done.verdict("worse"), done.err) == (1, "refuted", "")
    assert_unharmed(done)
