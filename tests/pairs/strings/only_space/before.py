def is_blank_line(line: str) -> bool:
    return line.isspace()
