"""Everything that can be wrong with a file is a problem with its place, and the rest is read."""

from __future__ import annotations

import ast
import codecs
import os
import warnings
from pathlib import Path

import pytest
from source_helpers import read, tree

from verheal.contracts.source.model import Problem
from verheal.contracts.source.reader import Limits, SourceText, decode, parse, read_text
from verheal.contracts.source.repository import read_repository


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("x = 'é'\n".encode(), "utf-8", "x = 'é'\n"),
        (codecs.BOM_UTF8 + b"x = 1\r\n", "utf-8-sig", "x = 1\r\n"),
        (
            "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"),
            "iso-8859-1",
            "# -*- coding: latin-1 -*-\nx = 'é'\n",
        ),
        (b"", "utf-8", ""),
    ],
)
def test_decoding(data: bytes, encoding: str, text: str) -> None:
    found = decode(data, "m.py")
    assert isinstance(found, SourceText)
    assert (found.encoding, found.text) == (encoding, text)
    assert isinstance(parse(found.text, "m.py"), ast.Module)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a = 1\nb = '\xff'\n", "undecodable", 2),
        (b"a = 1\n\n\n\nb = '\xff'\n", "undecodable", 5),
        (b"# coding: no-such-codec\n", "undecodable", 1),
        (b"# coding: rot13\n", "undecodable", 1),
        (b"a = 1\n\0\n", "binary", 2),
        (b"x" * 101, "too-large", 0),
        (b"\n" * 11, "too-large", 0),
    ],
)
def test_what_cannot_be_decoded(data: bytes, code: str, line: int) -> None:
    found = decode(data, "m.py", Limits(max_bytes=100, max_lines=10))
    assert isinstance(found, Problem)
    assert (found.path, found.code, found.line) == ("m.py", code, line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("x = 1\ndef f(:\n", "syntax-error", 2),
        ("x = 1\n\n" + "(" * 1000 + "1" + ")" * 1000, "too-deep", 3),
        ("x = " + "[" * 1000 + "]" * 1000, "too-deep", 1),
        ("x = " + "-" * 200_000 + "1", "too-deep", 1),
        ("x = " + "not " * 100_000 + "1", "too-deep", 1),
        ("x = " + "+".join(["1"] * 100_000), "too-deep", 1),
        ("x = a" + ".b" * 100_000, "too-deep", 1),
        ("x = " + "1 if 1 else " * 100_000 + "1", "too-deep", 1),
        ("if 1:pass\n" + "elif 1:pass\n" * 50_000, "too-deep", 1),
        ("\n".join(" " * i + "if 1:" for i in range(150)) + "\n" + " " * 151 + "pass", "syntax-error", 101),
    ],
)
def test_what_cannot_be_parsed(text: str, code: str, line: int) -> None:
    found = parse(text, "m.py")
    assert isinstance(found, Problem)
    assert (found.code, found.line) == (code, line)


def test_brackets_in_strings_and_comments_do_not_nest() -> None:
    text = "x = '" + "(" * 500 + "'\n# " + "[" * 500 + "\n" + "# " + "-" * 2000 + "\n"
    assert isinstance(parse(text, "m.py"), ast.Module)


def test_warnings_about_the_users_literals_stay_silent() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert isinstance(parse("x = '\\d'\n", "m.py"), ast.Module)
    assert not caught


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "a_bad.py": "def f(:\n",
            "b_nul.py": b"\0",
            "c_latin.py": b"x = '\xe9'\n",
            "d_deep.py": "(" * 1000 + ")" * 1000,
            "e_good.py": "def f() -> int:\n    return 1\n",
        },
    )
    assert [m.name for m in found.modules] == ["e_good"]
    assert [(p.path, p.code) for p in found.problems] == [
        ("a_bad.py", "syntax-error"),
        ("b_nul.py", "binary"),
        ("c_latin.py", "undecodable"),
        ("d_deep.py", "too-deep"),
    ]


def test_limits_are_a_parameter(tmp_path: Path) -> None:
    tree(tmp_path, {"big.py": "x = 1\n" * 100})
    assert read_repository(["."], tmp_path, limits=Limits(max_lines=99)).problems[0].code == "too-large"
    assert not read_repository(["."], tmp_path, limits=Limits(max_lines=100)).problems


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    found = read_text(tmp_path / "pipe.py", "pipe.py")
    assert isinstance(found, Problem)
    assert found.code == "unreadable"
