"""Reading settings."""
from __future__ import annotations


def parse_pair(text: str) -> tuple[str, str]:
    """
    pre: "=" in text
    post: __return__[0] + "=" + __return__[1] == text
    """
    key, value = text.split("=")
    return key, value


def parse_flag(text: str) -> bool:
    """
    post: __return__ == (text == "yes")
    raises: ValueError
    """
    if text == "yes":
        return True
    if text == "no":
        return False
    raise ValueError(text)


def digits_value(text: str) -> int:
    """
    pre: text.isdigit() and len(text) < 20
    post: __return__ >= 0
    """
    return int(text)


def strip_comment(line: str) -> str:
    """
    post: "#" in line or __return__ == line
    """
    return line[: line.find("#")]


def split_fields(line: str, sep: str) -> list[str]:
    """
    pre: len(sep) == 1
    post: sep.join(__return__) == line
    """
    fields = []
    current = ""
    for char in line:
        if char == sep:
            fields.append(current)
            current = ""
        else:
            current += char
    fields.append(current)
    return fields
