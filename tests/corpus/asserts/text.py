"""Small text helpers."""
from __future__ import annotations


def truncate(text: str, limit: int) -> str:
    assert limit >= 0
    if len(text) <= limit:
        return text
    result = text[: limit - 3] + "..."
    assert len(result) <= limit
    return result


def last_chars(text: str, count: int) -> str:
    assert count >= 0
    result = text[-count:]
    assert len(result) <= count
    return result


def common_prefix(a: str, b: str) -> str:
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    result = a[:n]
    assert len(result) == n
    assert a.startswith(result) and b.startswith(result)
    return result


def count_words(text: str) -> int:
    result = len(text.split())
    assert 0 <= result <= len(text)
    return result


def initials(name: str) -> str:
    result = "".join(part[0] for part in name.split(" "))
    assert len(result) <= len(name)
    return result
