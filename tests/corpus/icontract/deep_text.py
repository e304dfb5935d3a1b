"""Scanning strings."""
from __future__ import annotations

from icontract import ensure, require


@ensure(lambda text, result: not result or text.count("(") == text.count(")"))
@ensure(lambda text, result: not result or all(text[:i].count("(") >= text[:i].count(")") for i in range(len(text))))
@ensure(lambda text, result: result or text.count("(") + text.count(")") > 0)
def is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
    return depth == 0


@ensure(lambda text, result: "".join(char * count for char, count in result) == text)
@ensure(lambda result: all(count >= 1 for _, count in result))
@ensure(lambda result: all(a[0] != b[0] for a, b in zip(result, result[1:])))
def pack(text: str) -> list[tuple[str, int]]:
    packed: list[tuple[str, int]] = []
    for char in text:
        if packed and packed[-1][0] == char:
            packed[-1] = (char, packed[-1][1] + 1)
        else:
            packed.append((char, 1))
    return packed


@require(lambda text: len(text) <= 1000)
@ensure(lambda result: result >= 0)
@ensure(lambda text, result: result == int("0" + "".join(c for c in text if "0" <= c <= "9")))
def digits_in(text: str) -> int:
    """The number that all digits of the text make, whatever stands between them."""
    value = 0
    for char in text:
        if "0" <= char <= "9":
            value = 10 * value + ord(char) - ord("0")
    return value


@ensure(lambda text, result: all(word != "" and " " not in word for word in result))
@ensure(lambda text, result: "".join(result) == text.replace(" ", ""))
@ensure(lambda text, result: result == [part for part in text.split(" ") if part])
def words(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for i, char in enumerate(text):
        if char == " ":
            if i > start:
                found.append(text[start:i])
            start = i + 1
    if start < len(text) - 1:
        found.append(text[start:])
    return found


@ensure(lambda text, result: result == (text == text[::-1]))
def is_palindrome(text: str) -> bool:
    i, j = 0, len(text) - 1
    while i < j:
        if text[i] != text[j]:
            break
        i += 1
        j -= 1
    else:
        return True
    return False
