def join_names(names: list[str], limit: int) -> str:
    if limit < 0:
        raise ValueError("limit")
    shown = names[:limit]
    if len(shown) < len(names):
        shown = shown + ["..."]
    return ", ".join(shown)
