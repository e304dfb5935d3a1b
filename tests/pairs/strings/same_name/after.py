def same_name(first: str, second: str) -> bool:
    return first.strip().lower() == second.strip().lower()
