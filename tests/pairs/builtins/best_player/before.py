def best_player(scores: list[tuple[str, int]]) -> str:
    if not scores:
        return ""
    name, best = scores[0]
    for player, score in scores:
        if score >= best:
            name, best = player, score
    return name
