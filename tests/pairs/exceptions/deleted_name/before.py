def last_error(texts: list[str]) -> str:
    problem = ""
    for text in texts:
        try:
            int(text)
        except ValueError as error:
            problem = type(error).__name__
    return problem
