def scores_above(scores: dict[str, int], bonus: int, threshold: int) -> list[str]:
    def passes(name: str) -> bool:
        return scores[name] + bonus > threshold

    return [name for name in scores if passes(name)]
