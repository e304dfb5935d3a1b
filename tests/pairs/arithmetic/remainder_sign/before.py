def column_of(cell: int, width: int) -> int:
    if width <= 0 or abs(cell) > 10**6 or width > 10**6:
        raise ValueError("width")
    return cell % width
