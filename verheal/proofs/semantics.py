"""The version of what verheal takes Python to mean."""

from __future__ import annotations

from typing import Final

# Raised by every change to lowering, obligations, axioms or printer that can alter what a text means: proofs
# of older texts then no longer match any key, in the cache and in certificates.
SEMANTICS_VERSION: Final = 1
