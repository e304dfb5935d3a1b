def has_access(roles: list[str], level: int) -> object:
    return roles and level
