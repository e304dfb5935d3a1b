"""Use cases: what a command does, free of the terminal."""
