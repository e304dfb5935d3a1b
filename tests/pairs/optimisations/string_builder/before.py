def csv_line(cells: list[str]) -> str:
    line = ""
    for i in range(len(cells)):
        if i > 0:
            line += ","
        if "," in cells[i]:
            line += '"' + cells[i] + '"'
        else:
            line += cells[i]
    return line + "\n"
