"""From Python syntax to core programs, directed by types. `lower.lower_function` is the entrance."""
