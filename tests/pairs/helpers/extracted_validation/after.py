def _checked(name: str, age: int) -> str:
    cleaned = name.strip()
    if cleaned == "" or not 0 <= age <= 150:
        raise ValueError(name)
    return cleaned


def register(users: dict[str, int], name: str, age: int) -> dict[str, int]:
    key = _checked(name, age)
    if key in users:
        raise KeyError(key)
    users[key] = age
    return users
