def parse_port(text: str) -> int | None:
    if text:
        if text.isascii() and text.isdigit() and len(text) <= 5:
            port = int(text)
            if 0 < port < 65536:
                return port
            else:
                return None
        else:
            return None
    else:
        return None
