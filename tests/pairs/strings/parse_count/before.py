def parse_count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return 0
