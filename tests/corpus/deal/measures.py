"""Measurements as floats, and names as text."""
from __future__ import annotations

import deal


@deal.pre(lambda xs: len(xs) > 0)
@deal.ensure(lambda xs, result: all(result >= x for x in xs))
def highest(xs: list[float]) -> float:
    best = xs[0]
    for x in xs[1:]:
        if x > best:
            best = x
    return best


@deal.pre(lambda _: _.amount >= 0.0)
@deal.post(lambda result: result >= 0)
def to_cents(amount: float) -> int:
    return round(amount * 100)


@deal.post(lambda result: result in ("cold", "warm"))
def classify(celsius: float) -> str:
    if celsius < 15.0:
        return "cold"
    elif celsius >= 15.0:
        return "warm"
    return ""


@deal.pre(lambda text: text != "")
@deal.post(lambda result: result != "")
def first_word(text: str) -> str:
    return text.split()[0]


@deal.ensure(lambda name, suffix, result: result == name or result + suffix == name)
def without_suffix(name: str, suffix: str) -> str:
    if name.endswith(suffix):
        return name[: -len(suffix)]
    return name


@deal.ensure(lambda name, prefix, result: result == name or prefix + result == name)
def without_prefix(name: str, prefix: str) -> str:
    if name.startswith(prefix):
        return name[len(prefix) :]
    return name
