# verheal: check
# subject: moved_over
# expect: proved
def moved_over(queue: list[int], most: int) -> list[int]:
    """
    pre: most >= 0
    post[queue]: len(__return__) + len(queue) == len(__old__.queue)
    post: len(__return__) <= most
    """
    taken: list[int] = []
    while queue and len(taken) < most:
        taken.append(queue.pop())
    return taken
