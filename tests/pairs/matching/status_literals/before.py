def status_text(code: int) -> str:
    if code == 200 or code == 201 or code == 204:
        return "ok"
    elif code == 404:
        return "missing"
    elif code >= 500:
        return "server"
    return "other"
