def _assignment(line: str) -> tuple[str, str] | None:
    text = line.strip()
    if text.startswith("#") or "=" not in text:
        return None
    name, value = text.split("=", 1)
    return name.rstrip(), value.lstrip()


def parse_assignments(lines: list[str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines:
        pair = _assignment(line)
        if pair is not None:
            name, value = pair
            table[name] = value
    return table
