def first_truthy(flags: list[bool]) -> str:
    return "some" if any(flags) else "off"
