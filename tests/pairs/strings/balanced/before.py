def balanced(text: str) -> bool:
    stack: list[str] = []
    for character in text:
        if character == "(":
            stack.append(character)
        elif character == ")":
            if not stack:
                return False
            stack.pop()
    return not stack
