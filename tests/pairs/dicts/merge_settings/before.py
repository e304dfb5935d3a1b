def merge_settings(defaults: dict[str, int], overrides: dict[str, int]) -> dict[str, int]:
    merged: dict[str, int] = {}
    for name in defaults:
        merged[name] = defaults[name]
    for name in overrides:
        merged[name] = overrides[name]
    return merged
