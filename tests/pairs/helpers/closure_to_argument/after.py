def _passes(score: int, threshold: int) -> bool:
    return score > threshold


def scores_above(scores: dict[str, int], bonus: int, threshold: int) -> list[str]:
    winners: list[str] = []
    for name, score in scores.items():
        if _passes(score, threshold - bonus):
            winners.append(name)
    return winners
