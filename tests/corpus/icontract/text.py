"""Text for fixed-width output."""
from __future__ import annotations

from icontract import ensure, require


@ensure(lambda text, result: len(result) == len(text))
def caesar(text: str, shift: int) -> str:
    out = ""
    for char in text:
        if "a" <= char <= "z":
            char = chr((ord(char) - 97 + shift) % 26 + 97)
        out += char
    return out


@require(lambda text, width: len(text) <= width <= 200)
@ensure(lambda width, result: len(result) == width)
def center(text: str, width: int) -> str:
    left = (width - len(text)) // 2
    return " " * left + text + " " * left


@ensure(lambda text, result: result == (text == text[::-1]))
def is_palindrome(text: str) -> bool:
    i, j = 0, len(text) - 1
    while i < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True


@ensure(lambda words, result: all(result[w] == len(w) for w in words))
def word_lengths(words: list[str]) -> dict[str, int]:
    return {word: len(word) for word in words}


@ensure(lambda words, result: result in words)
def longest(words: list[str]) -> str:
    return max(words, key=len)
