"""Reading numbers out of settings."""
from __future__ import annotations

import deal


@deal.post(lambda result: 0 < result < 65536)
@deal.raises(ValueError)
def parse_port(text: str) -> int:
    port = int(text)
    if port <= 0 or port > 65535:
        raise ValueError("port out of range")
    return port


@deal.safe
def lookup(table: dict[str, int], key: str) -> int:
    return table[key]


@deal.raises(KeyError)
def get_rate(rates: dict[str, int], code: str) -> int:
    if code == "":
        raise ValueError("no currency")
    return rates[code]


@deal.safe
def read_int(values: dict[str, str], key: str, default: int) -> int:
    try:
        return int(values[key])
    except KeyError:
        return default


@deal.safe
@deal.ensure(lambda values, key, default, result: key in values or result == default)
def read_int_or(values: dict[str, str], key: str, default: int) -> int:
    try:
        return int(values[key])
    except (KeyError, ValueError):
        return default
