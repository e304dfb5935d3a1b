def line_count(text: str) -> int:
    if text == "":
        return 0
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return len(lines)
