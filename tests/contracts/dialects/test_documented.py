"""Exceptions announced in docstrings, as people write them."""

from __future__ import annotations

import pytest

from verheal.contracts.dialects.docstrings import Line
from verheal.contracts.dialects.documented import announced, granted

GOOGLE = """Read it.

Args:
    s: the text
        ValueError: no entry

Raises:
    ValueError: if it is no number,
        or KeyError: in the second line
    pkg.Other, OSError: sometimes
    Bare

Returns:
    TypeError: never
"""
NUMPY = """Read it.

Raises
------
ValueError
    if it is no number
KeyError or pkg.Other

    later

Notes
-----
TypeError
"""
SPHINX = """Read it.

:param ValueError: no
:raises ValueError: if
:raise pkg.Other, OSError: or
:exception KeyError:
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (GOOGLE, ["ValueError", "pkg.Other", "OSError", "Bare"]),
        (NUMPY, ["ValueError", "KeyError", "pkg.Other"]),
        (SPHINX, ["ValueError", "pkg.Other", "OSError", "KeyError"]),
        ("Raises the roof.\n\nRaises\nValueError\n", []),
        ("Raises: what it likes\n", []),
        ("", []),
    ],
)
def test_names_are_read(text: str, names: list[str]) -> None:
    lines = [Line(line, number, number) for number, line in enumerate(text.split("\n"), 1)]
    assert [line.text for line in announced(lines)] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Join.\n\nThis function assumes that\nit is sorted. More.", "This function assumes that"),
        ("xs must be sorted.", "xs must be sorted"),
        ("`name` is expected to be lower-case", "`name` is expected to be lower-case"),
        ("On such systems Python assumes UTF-8, and the result must be text.", ""),
        ("Join what there is; a musty assumption aside.", ""),
        ("", ""),
    ],
)
def test_what_is_taken_for_granted(text: str, words: str) -> None:
    assert granted(text, ["xs", "name"]) == words


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("size (int, str): Number of bytes.", "size (int, str): Number of bytes"),
        ("size (str): the number of bytes", "size (str): the number of bytes"),
        ("size (int, str): How many bytes.", ""),
        ("size (int): Number of bytes.", ""),
        ("other (int, str): Number of bytes.", ""),
    ],
)
def test_a_text_that_is_said_to_be_a_number_has_to_be_one(entry: str, says: str) -> None:
    assert granted(f"Show it.\n\nArgs:\n    {entry}\n", ["size"]) == says
