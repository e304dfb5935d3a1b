def may_edit(owner: str | None, user: str, locked: bool, admin: bool) -> bool:
    foreign = owner is not None and owner != user
    return admin or not (locked or foreign)
