def _fallback(titles: dict[str, str]) -> str:
    return titles["default"].upper()


def title_of(titles: dict[str, str], name: str) -> str:
    return titles.get(name, _fallback(titles))
