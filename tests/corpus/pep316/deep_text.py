"""Run lengths and brackets."""
from __future__ import annotations

PAIRS = {")": "(", "]": "[", "}": "{"}


def expand(runs: list[tuple[str, int]]) -> str:
    """
    pre: all(0 <= count <= 100 for _, count in runs)
    post: len(__return__) == sum(len(part) * count for part, count in runs)
    """
    text = ""
    for part, count in runs:
        text += part * count
    return text


def runs_of(text: str) -> list[tuple[str, int]]:
    """
    post: "".join(char * count for char, count in __return__) == text
    post: all(count > 0 for _, count in __return__)
    """
    runs: list[tuple[str, int]] = []
    count = 1
    for previous, char in zip(text, text[1:]):
        if char == previous:
            count += 1
        else:
            runs.append((previous, count))
            count = 1
    runs.append((text[-1], count))
    return runs


def matching(text: str) -> bool:
    """Whether all brackets of the text match.

    post: not __return__ or all(text.count(a) == text.count(b) for b, a in PAIRS.items())
    post: __return__ or any(char in "()[]{}" for char in text)
    """
    opened: list[str] = []
    for char in text:
        if char in PAIRS.values():
            opened.append(char)
        elif char in PAIRS:
            if not opened or opened.pop() != PAIRS[char]:
                return False
    return not opened


def longest_run(text: str) -> int:
    """
    post: 0 <= __return__ <= len(text)
    post: __return__ == 0 or any(text[i] * __return__ == text[i:i + __return__] for i in range(len(text)))
    post: all(text[i] * (__return__ + 1) != text[i:i + __return__ + 1] for i in range(len(text)))
    """
    longest = run = 0
    for i, char in enumerate(text):
        if i > 0 and char == text[i - 1]:
            run += 1
        else:
            longest = max(longest, run)
            run = 1
    return longest


def tally(words: list[str]) -> dict[str, int]:
    """
    post: sum(__return__.values()) == len(words)
    post: all(__return__[word] == words.count(word) for word in words)
    """
    counts = dict.fromkeys(words, 0)
    for word in words:
        counts[word] += 1
    return counts
