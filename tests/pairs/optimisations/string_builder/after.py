def csv_line(cells: list[str]) -> str:
    quoted = [f'"{cell}"' if "," in cell else cell for cell in cells]
    return ",".join(quoted) + "\n"
