def score_of(groups: dict[str, str], scores: dict[str, int], name: str) -> int:
    if name not in groups:
        return 0
    group = groups[name]
    return scores[group]
