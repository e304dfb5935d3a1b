"""The core: a small typed imperative language that Python is lowered to. It knows no Python syntax tree."""
