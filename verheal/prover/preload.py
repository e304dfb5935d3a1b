"""Imported once by the server that workers are forked from."""

from __future__ import annotations

import z3  # noqa: F401

import verheal.prover.analysis  # noqa: F401
