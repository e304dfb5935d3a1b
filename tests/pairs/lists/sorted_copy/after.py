def ranked(scores: list[int]) -> list[int]:
    scores.sort(reverse=True)
    return scores
