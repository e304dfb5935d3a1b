"""Variations of calls that bring out what rewritten code often gets wrong: one NaN in two places, odd letters and line
ends, texts that are equal in one sense and not in another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from random import Random

from verheal.prover.run.edits import literal_paths, node_at, parse, put, spelled

SHARE = 0.2  # of the calls that have something to vary
FLOAT = re.compile(r"(?<![\w.'\"])-?(?:\d+\.\d+(?:e[+-]?\d+)?|float\('[^']*'\))(?![\w.'\"])")
SEPARATORS = ("\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\xa0", "\u2028", "\u3000")
ALIKE = (
    ("\u00df", "ss"), ("\u03c2", "\u03c3"), ("\u017f", "s"), ("\u212a", "k"), ("\u0130", "i\u0307"), ("\u0131", "i"),
    ("\u00b5", "\u03bc"), ("\u00e9", "e\u0301"), ("\uff11", "1"), ("\u00b2", "2"), ("A", "a"), (" ", ""),
)  # fmt: skip


def variants(calls: Sequence[str], random: Random) -> Iterator[str]:
    """Some more calls, made of these."""
    for call in calls:
        if "." in call and random.random() < SHARE:
            yield from _one_nan(call, random)
        if ("'" in call or '"' in call) and random.random() < SHARE:
            yield from _other_text(call, random)


def _one_nan(call: str, random: Random) -> Iterator[str]:
    """It equals nothing, not even itself, but containers find it."""
    places = [match.span() for match in FLOAT.finditer(call)]
    if len(places) > 1 and "lambda" not in call:
        for start, end in sorted(random.sample(places, random.randint(2, min(3, len(places)))), reverse=True):
            call = call[:start] + "nan" + call[end:]
        yield f"(lambda nan: {call})(float('nan'))"


def _other_text(call: str, random: Random) -> Iterator[str]:
    tree = parse(call)
    if tree is None:
        return
    paths = []
    for path in literal_paths(tree):
        match node_at(tree, path):
            case ast.Constant(value=str()):
                paths.append(path)
    if not paths:
        return
    path = random.choice(paths)
    text = str(node_at(tree, path).value)
    at = random.choice((0, len(text), random.randint(0, len(text))))
    if len(paths) > 1 and random.random() < 0.5:
        other = random.choice([one for one in paths if one != path])
        pair = random.choice(ALIKE)
        for place, letter in zip((path, other), random.sample(pair, 2), strict=True):
            put(tree, place, ast.Constant(text[:at] + letter + text[at:]))
    else:
        letters = (*SEPARATORS, *(letter for pair in ALIKE for letter in pair))
        put(tree, path, ast.Constant(text[:at] + random.choice(letters) + text[at:]))
    changed = spelled(tree)
    if changed is not None:
        yield changed
