def key_value(line: str) -> tuple[str, str]:
    at = line.find("=")
    if at < 0:
        return line.strip(), ""
    return line[:at].strip(), line[at + 1:].strip()
