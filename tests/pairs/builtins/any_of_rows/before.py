def find_row(rows: list[list[str]], wanted: str) -> int:
    for i in range(len(rows)):
        found = False
        for cell in rows[i]:
            if cell == wanted:
                found = True
                break
        if found:
            return i
    return -1
