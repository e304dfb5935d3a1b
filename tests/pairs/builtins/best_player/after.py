def best_player(scores: list[tuple[str, int]]) -> str:
    if not scores:
        return ""
    return max(scores, key=lambda entry: entry[1])[0]
