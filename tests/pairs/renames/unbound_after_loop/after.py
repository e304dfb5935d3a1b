def final_status(codes: list[int]) -> str:
    for status in codes:
        if status >= 400:
            break
    return "failed" if status >= 400 else "done"
