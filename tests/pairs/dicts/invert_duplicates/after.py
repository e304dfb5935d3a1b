def index_names(names: list[str]) -> dict[str, int]:
    return {name: i for i, name in enumerate(names)}
