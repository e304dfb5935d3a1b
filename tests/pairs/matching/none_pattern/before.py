def label_for(name: str | None) -> str:
    if not name:
        return "<unnamed>"
    if name.startswith("_"):
        return "<private>"
    return name
