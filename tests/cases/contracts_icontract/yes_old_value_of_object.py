# verheal: check
# subject: f
# expect: proved
# why: a snapshot of a mutable object without a copy is the object itself
import icontract


@icontract.snapshot(lambda xs: xs[:], name="before")
@icontract.ensure(lambda xs, OLD: len(xs) == len(OLD.before) - 1)
@icontract.require(lambda xs: len(xs) > 0)
def f(xs: list[int]) -> None:
    xs.pop()
