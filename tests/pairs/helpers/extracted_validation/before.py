def register(users: dict[str, int], name: str, age: int) -> dict[str, int]:
    cleaned = name.strip()
    if not cleaned:
        raise ValueError("name")
    if age < 0 or age > 150:
        raise ValueError("age")
    if cleaned in users:
        raise KeyError(cleaned)
    users[cleaned] = age
    return users
