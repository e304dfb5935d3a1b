def missing_names(required: list[str], present: list[str]) -> list[str]:
    return sorted(set(required) - set(present))
