"""Runs the user's code in confined children: replay of witnesses, search for failing inputs, shrinking."""

from __future__ import annotations
