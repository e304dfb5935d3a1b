"""What one body does by itself, its callees apart."""

from __future__ import annotations

from verheal.contracts.source.model import PURE, Effects
from verheal.contracts.source.walk import Frame


def local_effects(frame: Frame, is_method: bool) -> Effects:
    return PURE
