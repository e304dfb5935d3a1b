"""Files that cannot be read as Python: each a finding with its place, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bad_input.project import BAD, Project, assert_unharmed

UNREADABLE: dict[str, tuple[bytes, str, int]] = {
    "binary.py": (b"x = 1\n\x7fELF\x00\x01\xff\xfe", "binary", 2),
    "latin.py": (b"def f(x: int) -> int:\n    return x  # caf\xe9\n", "undecodable", 2),
    "coding.py": (b"# -*- coding: nonsense -*-\nx = 1\n", "undecodable", 1),
    "syntax.py": (b"x = 1\n\ndef f(:\n    pass\n", "syntax-error", 3),
    "python2.py": (b'print "hello"\n', "syntax-error", 1),
    "indent.py": (b"def f():\nreturn 1\n", "syntax-error", 2),
    "quotes.py": (b"x = 1\ny = '''never closed\n", "syntax-error", 2),
    "merge.py": (b"<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n", "syntax-error", 1),
    "parens.py": (b"def f(x: int) -> int:\n    return " + b"(" * 1000 + b"x" + b")" * 1000 + b"\n", "too-deep", 2),
    "minus.py": (b"x = 1\n\ndef f(x: int) -> int:\n    return " + b"-" * 50_000 + b"x\n", "too-deep", 4),
    "future.py": (b"def f(x):\n    from __future__ import braces\n", "", 0),
}  # fmt: skip


def test_what_cannot_be_read_is_a_finding_with_its_place(project: Project) -> None:
    for name, (content, _, _) in UNREADABLE.items():
        project.write(name, content)
    project.write("bom.py", b"\xef\xbb\xbf" + BAD.encode())
    project.write("cookie.py", b"# coding: latin-1\nNAME = '\xe9'\n" + BAD.encode())
    project.write("empty.py", b"")
    done = project.check()
    assert done.code == 1
    found = done.problems()
    for name, (_, code, line) in UNREADABLE.items():
        if code:
            problem = found["src/" + name, code]
            assert (problem["line"], problem["severity"]) == (line, "error"), problem
    assert done.verdict("worse", "src/bom.py") == done.verdict("worse", "src/cookie.py") == "refuted"
    assert_unharmed(done)
    text = project.run("check", "src", "--budget", "2")
    assert text.code == 1
    assert "src/binary.py:2: error[binary]" in text.out and "\x7f" not in text.out


def test_links_and_rights(project: Project) -> None:
    folder = project.folder / "src"
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.py").symlink_to(folder / "self.py")
    (folder / "gone.py").symlink_to(folder / "nowhere.py")
    os.mkfifo(folder / "pipe.py")
    done = project.check()
    found = done.problems()
    assert ("src/loop", "symlink-loop") in found and ("src/self.py", "symlink-loop") in found
    assert ("src/gone.py", "broken-symlink") in found and ("src/pipe.py", "unreadable") in found
    assert done.code == 1  # for the pipe
    assert_unharmed(done)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_the_right_to_read(project: Project) -> None:
    secret = project.write("secret/inner.py", BAD).parent
    secret.chmod(0o000)
    try:
        done = project.check()
    finally:
        secret.chmod(0o700)
    assert ("src/secret", "permission-denied") in done.problems() and done.code == 1
    assert_unharmed(done)


def test_names_that_are_no_utf_8(project: Project) -> None:
    name = os.fsencode(project.folder / "src") + b"/caf\xe9.py"
    Path(os.fsdecode(name)).write_text(BAD)
    folder = Path(os.fsdecode(os.fsencode(project.folder / "src") + b"/d\xff"))
    folder.mkdir()
    (folder / "with space \n newline.py").write_text(BAD.replace("worse", "other"))
    done = project.check()
    assert done.code == 1
    assert {f["function"]: f["verdict"] for f in done.report["functions"]} == {
        "half": "proved", "worse": "refuted", "other": "refuted",
    }  # fmt: skip
    for arguments in ((), ("--format", "sarif"), ("--repro", "repro")):
        again = project.run("check", "src", "--budget", "2", *arguments)
        assert again.code == 1 and "caf" in again.out


def test_a_named_file_may_have_any_suffix(project: Project) -> None:
    script = project.folder / "tool"
    script.write_text("#!/usr/bin/env python\n" + BAD)
    done = project.run("check", "tool", "--budget", "2", "--format", "json")
    assert (done.code, done.verdict("worse")) == (1, "refuted")
