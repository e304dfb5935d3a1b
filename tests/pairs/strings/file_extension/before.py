def file_extension(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem:
        return ""
    return extension.lower()
