def records_until(lines: list[str], stop: str) -> list[str]:
    records: list[str] = []
    position = 0
    while True:
        if position >= len(lines):
            break
        line = lines[position]
        if line == stop:
            break
        records.append(line)
        position += 1
    return records
