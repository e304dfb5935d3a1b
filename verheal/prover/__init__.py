"""Discharges obligations: backends, isolation of user code, replay, search."""

from __future__ import annotations
