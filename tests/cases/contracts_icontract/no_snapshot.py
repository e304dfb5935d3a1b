# verheal: check
# subject: f
# expect: refuted post
# witness: f([])
import icontract


@icontract.snapshot(lambda xs: len(xs), name="before")
@icontract.ensure(lambda xs, OLD: len(xs) == OLD.before + 1)
def f(xs: list[int]) -> None:
    xs.append(0)
    xs.append(1)
