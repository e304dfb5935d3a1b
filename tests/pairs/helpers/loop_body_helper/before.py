def parse_assignments(lines: list[str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, found, value = text.partition("=")
        if not found:
            continue
        table[name.rstrip()] = value.lstrip()
    return table
