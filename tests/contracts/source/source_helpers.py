"""Made-up trees and texts for the tests of the metamodel."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from verheal.contracts.source.model import Module, Repository
from verheal.contracts.source.repository import assemble, read_repository
from verheal.contracts.source.scan import scan_text


def tree(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below the root."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(dedent(content), encoding="utf-8")
    return root


def read(root: Path, files: Mapping[str, str | bytes], *paths: str) -> Repository:
    return read_repository(paths or (".",), root=tree(root, files))


def module(text: str, name: str = "m") -> Module:
    """The module of a text that must be readable."""
    found = scan_text(dedent(text), f"{name}.py", name)
    assert isinstance(found, Module), found
    return found


def repository(**texts: str) -> Repository:
    """A repository of modules by name; `a__b` is the module `a.b`."""
    return assemble(module(text, name.replace("__", ".")) for name, text in texts.items())
