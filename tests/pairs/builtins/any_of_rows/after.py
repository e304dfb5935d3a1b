def find_row(rows: list[list[str]], wanted: str) -> int:
    return next((i for i, row in enumerate(rows) if any(cell == wanted for cell in row)), -1)
