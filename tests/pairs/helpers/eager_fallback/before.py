def _fallback(titles: dict[str, str]) -> str:
    return titles["default"].upper()


def title_of(titles: dict[str, str], name: str) -> str:
    if name in titles:
        return titles[name]
    return _fallback(titles)
