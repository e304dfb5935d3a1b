def parse_port(text: str) -> int | None:
    if not text or len(text) > 5:
        return None
    if not (text.isascii() and text.isdigit()):
        return None
    port = int(text)
    if port == 0 or port >= 65536:
        return None
    return port
