def greeting(name: str | None, title: str) -> str:
    if name is None:
        return "Hello"
    if not title:
        return "Hello " + name
    return "Hello " + title + " " + name
