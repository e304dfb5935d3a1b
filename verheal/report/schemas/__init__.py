"""The published JSON schemas, one file each."""

from __future__ import annotations

NAMES = ("check", "diff", "infer")


def schema_text(name: str) -> str:
    """The schema of that name, one of NAMES."""
    from importlib import resources

    return resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
