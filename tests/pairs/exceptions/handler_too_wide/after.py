def score_of(groups: dict[str, str], scores: dict[str, int], name: str) -> int:
    try:
        return scores[groups[name]]
    except KeyError:
        return 0
