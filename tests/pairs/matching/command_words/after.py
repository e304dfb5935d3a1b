def run_commands(lines: list[str]) -> list[int]:
    stack: list[int] = []
    for line in lines:
        match line.split():
            case ["push", text]:
                stack.append(len(text))
            case ["pop"] if stack:
                del stack[-1]
            case ["clear", *_]:
                stack.clear()
    return stack
