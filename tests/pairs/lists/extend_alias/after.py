def append_all(base: list[int], extra: list[int]) -> list[int]:
    result = base
    result += extra
    result.append(len(extra))
    return result
