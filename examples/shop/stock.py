"""What lies on the shelves. Contracts: icontract."""

from __future__ import annotations

from dataclasses import dataclass

import icontract


@dataclass
class Bin:
    """One place on a shelf."""

    sku: int
    count: int


@icontract.require(lambda amount: amount >= 0)
@icontract.snapshot(lambda bin: bin.count, name="count")
@icontract.ensure(lambda bin, amount, OLD: bin.count == OLD.count + amount)
def receive(bin: Bin, amount: int) -> None:
    """Put goods into a bin."""
    bin.count += amount


@icontract.require(lambda bin, amount: 0 <= amount <= bin.count)
@icontract.snapshot(lambda bin: bin.count, name="count")
@icontract.ensure(lambda bin, amount, OLD: bin.count == OLD.count - amount)
@icontract.ensure(lambda bin: bin.count >= 0)
def take(bin: Bin, amount: int) -> None:
    """Take goods out of a bin."""
    bin.count -= amount


@icontract.require(lambda bin: bin.count >= 0)
@icontract.require(lambda wanted: wanted >= 0)
@icontract.ensure(lambda bin, wanted, result: 0 <= result <= wanted)
@icontract.ensure(lambda bin: bin.count >= 0)
def take_up_to(bin: Bin, wanted: int) -> int:
    """Take what is there, at most `wanted`; returns how much that was."""
    taken = min(wanted, bin.count)
    bin.count -= taken
    return taken


@icontract.snapshot(lambda source: source.count, name="source")
@icontract.snapshot(lambda target: target.count, name="target")
@icontract.ensure(lambda target, OLD: target.count == OLD.source + OLD.target)
def empty_into(source: Bin, target: Bin) -> None:
    """Move everything from one bin to another."""
    target.count += source.count
    source.count = 0


@icontract.require(lambda first, second: first is not second)
@icontract.snapshot(lambda first: first.count, name="first")
@icontract.snapshot(lambda second: second.count, name="second")
@icontract.ensure(lambda first, OLD: first.count == OLD.second)
@icontract.ensure(lambda second, OLD: second.count == OLD.first)
def swap_counts(first: Bin, second: Bin) -> None:
    """Correct two bins that were counted the wrong way round."""
    first.count, second.count = second.count, first.count


@icontract.require(lambda count, reorder_at: count >= 0 and reorder_at >= 0)
@icontract.ensure(lambda count, reorder_at, result: result == (count <= reorder_at))
def must_reorder(count: int, reorder_at: int) -> bool:
    return not count > reorder_at
