from __future__ import annotations

from pathlib import Path

import pytest

from verheal.cli.outputs import Output, check_writable, pair, write
from verheal.errors import UsageError


@pytest.mark.parametrize(("given", "expected"), [
    ([], [Output("text")]),
    ([("format", "json")], [Output("json")]),
    ([("format", "json"), ("file", "o.json")], [Output("text"), Output("json", Path("o.json"))]),
    ([("file", "o.sarif")], [Output("text"), Output("sarif", Path("o.sarif"))]),
    ([("format", "text"), ("format", "json"), ("file", "o")], [Output("text"), Output("json", Path("o"))]),
    ([("format", "json"), ("file", "-")], [Output("json")]),
])  # fmt: skip
def test_an_o_belongs_to_the_format_before_it(given: list[tuple[str, str]], expected: list[Output]) -> None:
    assert list(pair(given)) == expected


@pytest.mark.parametrize("given", [
    [("format", "json"), ("format", "sarif")],
    [("file", "report.xyz")],
])  # fmt: skip
def test_what_is_ambiguous_is_refused_with_a_hint(given: list[tuple[str, str]]) -> None:
    with pytest.raises(UsageError) as caught:
        pair(given)
    assert caught.value.hint


def test_files_that_cannot_be_made_are_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        check_writable([Output("json", tmp_path / "none" / "o.json")])
    with pytest.raises(UsageError):
        check_writable([Output("json", tmp_path)])


def test_a_report_is_never_half_written(tmp_path: Path) -> None:
    path = tmp_path / "o.txt"
    path.write_text("old")
    write([Output("text", path)], lambda _: "new \ud800")
    assert path.read_text() == "new \\ud800"
    assert [entry.name for entry in tmp_path.iterdir()] == ["o.txt"]


def test_a_full_disk_is_an_error_that_names_the_file() -> None:
    with pytest.raises(OSError, match="No space"):
        write([Output("text", Path("/dev/full"))], lambda _: "x")
