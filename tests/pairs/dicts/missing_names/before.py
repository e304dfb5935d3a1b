def missing_names(required: list[str], present: list[str]) -> list[str]:
    missing = [name for name in required if name not in present]
    return sorted(missing)
