def has_access(roles: list[str], level: int) -> object:
    if roles and level:
        return True
    return False
