def index_of_max(values: list[int]) -> int:
    return values.index(max(values))
