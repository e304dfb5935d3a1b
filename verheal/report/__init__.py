"""One result model (`model`) and the writers that turn it into text, JSON, SARIF and pytest files."""
