def final_status(codes: list[int]) -> str:
    code = 0
    for code in codes:
        if code >= 400:
            break
    return "failed" if code >= 400 else "done"
