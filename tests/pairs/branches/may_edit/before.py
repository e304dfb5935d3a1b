def may_edit(owner: str | None, user: str, locked: bool, admin: bool) -> bool:
    if locked and not admin:
        return False
    if owner is None or owner == user or admin:
        return True
    return False
