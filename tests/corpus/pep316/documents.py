"""Names and lines of documents."""
from __future__ import annotations


def slug(title: str) -> str:
    """
    post: " " not in __return__
    """
    return "-".join(title.lower().split())


def extension(filename: str) -> str:
    """What follows the last dot, nothing without a dot.

    post: __return__ == "" or filename.endswith("." + __return__)
    """
    return filename[filename.rfind(".") + 1 :]


def key_value(line: str) -> tuple[str, str]:
    """
    pre: "=" in line
    post: "=" not in __return__[0]
    post: "=".join(__return__) == line
    """
    key, _, value = line.partition("=")
    return key, value


def single_slashes(path: str) -> str:
    """
    post: "//" not in __return__
    """
    return path.replace("//", "/")
