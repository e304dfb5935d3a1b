def greeting(name: str | None, title: str) -> str:
    if not name:
        return "Hello"
    return "Hello " + (title + " " + name if title else name)
