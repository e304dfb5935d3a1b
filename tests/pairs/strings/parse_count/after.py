def parse_count(text: str) -> int:
    return int(text) if text.isdigit() else 0
