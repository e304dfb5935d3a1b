"""Two texts as the two sides of a comparison."""

from __future__ import annotations

import time

from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Module
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan_text
from verheal.prover.cache import Cache
from verheal.prover.clock import Clock
from verheal.prover.relational import Sameness, Side, same
from verheal.prover.solving import Solving


def program_of(text: str, name: str = "m") -> Program:
    module = scan_text(text, f"{name}.py", name)
    assert isinstance(module, Module)
    return Program(assemble([module]))


def compared(before: Side, after: Side) -> Sameness:
    return same(before, after, Solving(Cache(None)), Clock(time.process_time(), 10.0))
