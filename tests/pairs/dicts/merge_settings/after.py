def merge_settings(defaults: dict[str, int], overrides: dict[str, int]) -> dict[str, int]:
    return {**defaults, **overrides}
