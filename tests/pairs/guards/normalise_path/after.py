def normalise_path(path: str) -> str:
    if not path or path == "/":
        return "/"
    kept: list[str] = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != "..":
            kept.append(part)
        elif kept:
            del kept[-1]
    return "/" + "/".join(kept)
