# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: += on the item of a tuple raises after it has changed the list
def f() -> int:
    t = ([1], 2)
    t[0].append(3)
    return len(t[0])
