def summary_line(words: list[str], width: int) -> str:
    present = [word for word in words if word != ""]
    joined = ", ".join(present)
    shortened = joined[: max(width, 0)]
    return f"{len(present)}: {shortened}"
