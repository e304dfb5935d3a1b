"""Pairs that differ: texts."""


def before_strip(s: str) -> str:
    return s.strip()


def after_strip(s: str) -> str:
    return s.lstrip()


def before_upper(s: str) -> str:
    return s.upper().lower()


def after_upper(s: str) -> str:
    return s.lower()
