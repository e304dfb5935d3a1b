"""Base classes that add no attribute that is modelled."""

from __future__ import annotations

HARMLESS_BASES = frozenset({"object", "ABC", "abc.ABC", "icontract.DBC", "typing.Generic", "typing.Protocol"})
