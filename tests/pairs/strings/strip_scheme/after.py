def strip_scheme(url: str) -> str:
    if url.startswith("https://"):
        return url.removeprefix("https://")
    if url.startswith("http://"):
        return url.lstrip("http://")
    return url
