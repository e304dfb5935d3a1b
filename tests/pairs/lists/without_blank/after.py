def without_blank(lines: list[str]) -> list[str]:
    if all(line.strip() for line in lines):
        return lines
    return [line for line in lines if line.strip()]
