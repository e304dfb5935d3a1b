def run_commands(lines: list[str]) -> list[int]:
    stack: list[int] = []
    for line in lines:
        words = line.split()
        if len(words) == 2 and words[0] == "push":
            stack.append(len(words[1]))
        elif words == ["pop"]:
            if stack:
                stack.pop()
        elif len(words) >= 1 and words[0] == "clear":
            stack.clear()
    return stack
