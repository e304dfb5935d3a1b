def strip_prefix(name: str, prefix: str) -> str:
    if name.startswith(prefix):
        return name[len(prefix):]
    return name
