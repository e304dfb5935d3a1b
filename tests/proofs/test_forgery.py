"""Ways to make a verdict without the kernel; none works, with or without the rest of verheal present."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from proof_examples import answer, claim, failing, replay

import verheal
from verheal.lattice.levels import Against, For
from verheal.proofs import kernel
from verheal.proofs.evidence import Evidence
from verheal.proofs.kernel import KernelError, Proved, Refuted, audit, minted, prove, refute
from verheal.proofs.reasons import Reason
from verheal.proofs.verdict import Unknown, point

PROVED = prove(claim(), [answer()], replay())
REFUTED = refute(claim(), replay(failing(0), failing(1)))
OTHER = claim(obligation="g:post:0", text="(assert true)(check-sat)")


def rejected(verdict):
    assert not minted(verdict)
    with pytest.raises(KernelError):
        audit(verdict)
    with pytest.raises(KernelError):
        point(verdict)


def test_the_constructors_need_the_kernels_own_object():
    with pytest.raises(KernelError):
        Proved(OTHER, PROVED.transcripts, PROVED.run, PROVED.evidence, object())
    with pytest.raises(KernelError):
        Refuted(OTHER, REFUTED.replay, REFUTED.evidence, mint=None)
    with pytest.raises(TypeError):
        Proved(OTHER, PROVED.transcripts, PROVED.run, PROVED.evidence)


def test_replace_makes_no_verdict():
    for verdict in (PROVED, REFUTED):
        with pytest.raises((ValueError, TypeError)):
            dataclasses.replace(verdict, claim=OTHER)
        with pytest.raises(KernelError):
            dataclasses.replace(verdict, claim=OTHER, mint=object())
        if sys.version_info >= (3, 13):
            with pytest.raises((ValueError, TypeError)):
                copy.replace(verdict, claim=OTHER)


def test_fields_cannot_be_assigned():
    with pytest.raises(dataclasses.FrozenInstanceError):
        PROVED.claim = OTHER


@pytest.mark.parametrize("verdict", [PROVED, REFUTED])
def test_copies_and_pickles_are_minted_again(verdict):
    for again in (copy.copy(verdict), copy.deepcopy(verdict), pickle.loads(pickle.dumps(verdict))):
        assert again == verdict and again is not verdict
        audit(again)


def test_a_pickle_that_was_tampered_with_does_not_load():
    forged = pickle.dumps(PROVED).replace(b"unsat", b"unsaT")
    with pytest.raises(KernelError):
        pickle.loads(forged)
    forged = pickle.dumps(PROVED).replace(b"(< x x)", b"(< x 9)")
    with pytest.raises(KernelError):
        pickle.loads(forged)


def test_subclasses_are_refused():
    for base in (Proved, Refuted):
        with pytest.raises(TypeError):
            type("Forged", (base,), {"__post_init__": lambda self, mint: None})


@pytest.mark.parametrize("verdict", [PROVED, REFUTED])
def test_objects_put_together_by_hand_are_told(verdict):
    blank = object.__new__(type(verdict))
    rejected(blank)
    filled = object.__new__(type(verdict))
    for name, value in vars(verdict).items():
        object.__setattr__(filled, name, OTHER if name == "claim" else value)
    rejected(filled)


def test_a_verdict_changed_by_hand_is_told():
    verdict = prove(claim(), [answer()], replay())
    better = tuple(dataclasses.replace(item, level=For.CERTIFIED) for item in verdict.evidence)
    object.__setattr__(verdict, "evidence", better)
    rejected(verdict)
    # Code that reaches into the kernel can copy the seal as well; deriving the verdict again still tells.
    seal = kernel._seal(verdict.claim, verdict.transcripts, verdict.run, better)
    object.__setattr__(verdict, "_seal", seal)
    with pytest.raises(KernelError, match="do not give"):
        audit(verdict)


def test_an_unknown_cannot_carry_a_proof_or_a_refutation():
    tested = Evidence("somebody", For.TESTED, Against.SUSPECTED, "sha256:0", None, 0.0, None, frozenset())
    for change in ({"level": For.PROVED}, {"level": For.CERTIFIED}, {"against": Against.REFUTED}):
        with pytest.raises(ValueError, match="proof"):
            Unknown(Reason.BUDGET, "", (dataclasses.replace(tested, **change),))
    assert point(Unknown(Reason.BUDGET, "", (tested,))) == tested.point


def test_the_kernel_stands_alone(tmp_path):
    """Only `lattice` and `proofs` exist there; the forgeries are refused, under -O too."""
    source = Path(verheal.__file__).parent
    for package in ("lattice", "proofs"):
        shutil.copytree(source / package, tmp_path / "verheal" / package)
    shutil.copy(source / "__init__.py", tmp_path / "verheal")
    shutil.copy(Path(__file__).with_name("proof_examples.py"), tmp_path)
    (tmp_path / "attempt.py").write_text(ATTEMPT)
    for options in ([], ["-O"]):
        command = [sys.executable, "-S", *options, str(tmp_path / "attempt.py")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.stdout, done.returncode) == ("refused, refused, refused, proved\n", 0), done.stderr


ATTEMPT = '''
import importlib, pkgutil, sys
import verheal, verheal.lattice, verheal.proofs
from proof_examples import answer, claim, replay
for package in (verheal.lattice, verheal.proofs):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
from verheal.proofs.kernel import KernelError, Proved, audit, prove
from verheal.proofs.transcript import TranscriptError, read_solver

impure = {"subprocess", "random", "socket", "threading", "z3"} & set(sys.modules)
if impure:
    raise SystemExit(f"not pure: {impure}")

def attempt(act):
    try:
        act()
    except (KernelError, TranscriptError):
        return "refused"
    return "proved"

print(", ".join([
    attempt(lambda: Proved(claim(), (), replay(), (), object())),
    attempt(lambda: audit(object.__new__(Proved))),
    attempt(lambda: prove(claim(), [answer(says="unknown")], replay())),
    attempt(lambda: audit(prove(claim(), [answer()], replay()))),
]))
'''
