def read_setting(settings: dict[str, str], name: str, default: int) -> int:
    try:
        return int(settings[name])
    except (KeyError, ValueError):
        return default
