def index_names(names: list[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for i, name in enumerate(names):
        if name not in positions:
            positions[name] = i
    return positions
