def status_text(code: int) -> str:
    match code:
        case 200 | 201 | 204:
            return "ok"
        case 404:
            return "missing"
        case _ if code >= 500:
            return "server"
        case _:
            return "other"
