def skip_line(line: str) -> bool:
    return line.strip() == "" or line.lstrip().startswith("#")
