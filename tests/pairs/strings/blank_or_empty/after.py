def skip_line(line: str) -> bool:
    return line.isspace() or line.lstrip().startswith("#")
