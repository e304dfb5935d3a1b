# verheal: check
# subject: f
# expect: refuted safety:TypeError
# allow: unknown
# witness: f()
# why: += on the item of a tuple raises after it has changed the list
def f() -> int:
    t = ([1], 2)
    t[0] += [3]
    return len(t[0])
