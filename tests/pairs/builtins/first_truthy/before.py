def first_truthy(flags: list[bool]) -> str:
    answer = "none"
    for flag in flags:
        answer = "some" if flag else "off"
        if flag:
            break
    return answer
