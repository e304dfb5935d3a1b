def last_error(texts: list[str]) -> str:
    error: Exception | None = None
    for text in texts:
        try:
            int(text)
        except ValueError as error:
            if not error.args:
                raise
    return "" if error is None else type(error).__name__
