def same_name(first: str, second: str) -> bool:
    return first.strip().casefold() == second.strip().casefold()
