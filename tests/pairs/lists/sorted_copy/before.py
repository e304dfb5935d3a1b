def ranked(scores: list[int]) -> list[int]:
    ordered = sorted(scores, reverse=True)
    return ordered
