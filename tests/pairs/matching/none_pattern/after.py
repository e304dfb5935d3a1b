def label_for(name: str | None) -> str:
    match name:
        case None:
            return "<unnamed>"
        case text if text.startswith("_"):
            return "<private>"
        case text:
            return text
