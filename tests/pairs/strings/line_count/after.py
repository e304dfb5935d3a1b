def line_count(text: str) -> int:
    return len(text.splitlines())
