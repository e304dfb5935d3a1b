def read_setting(settings: dict[str, str], name: str, default: int) -> int:
    try:
        text = settings[name]
        return int(text)
    except KeyError:
        return default
    except ValueError:
        return default
