def without_blank(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line.strip():
            kept.append(line)
    return kept
