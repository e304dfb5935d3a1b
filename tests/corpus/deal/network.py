"""Addresses and retries."""
from __future__ import annotations

from typing import Literal, TypedDict

import deal


class Host(TypedDict):
    name: str
    port: int


class RetryOptions(TypedDict, total=False):
    limit: int
    delay: int


@deal.post(lambda result: result in (80, 443))
def default_port(scheme: Literal["http", "https"]) -> int:
    return {"http": 80, "https": 443}[scheme]


@deal.pre(lambda _: 0 < _.host["port"] < 65536)
@deal.ensure(lambda _: _.result.startswith(_.scheme) and _.host["name"] in _.result)
def url(host: Host, scheme: str = "http") -> str:
    return f"{scheme}://{host['name']}:{host['port']}/"


@deal.safe
def longest_wait(options: RetryOptions) -> int:
    return options.get("limit", 3) * options["delay"]
