def grade(points: int) -> str:
    if points < 60:
        return "F"
    if points < 75:
        return "C"
    if points <= 90:
        return "B"
    return "A"
