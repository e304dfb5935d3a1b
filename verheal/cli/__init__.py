"""The terminal: arguments in, exit code out."""
