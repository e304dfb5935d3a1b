"""`[tool.verheal]` of the nearest pyproject.toml."""
