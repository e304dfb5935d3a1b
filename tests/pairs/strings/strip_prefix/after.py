def strip_prefix(name: str, prefix: str) -> str:
    return name.removeprefix(prefix)
