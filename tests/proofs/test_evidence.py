"""Evidence joined, sorted by key, and caught contradicting itself; the closed lists explain themselves."""

from __future__ import annotations

import pickle

import pytest

from verheal.lattice.levels import UNKNOWN, Against, For, Point
from verheal.proofs.assumption import Assumption
from verheal.proofs.combine import combine, contradiction, current
from verheal.proofs.evidence import Evidence
from verheal.proofs.reasons import Reason


def evidence(level=For.NONE, against=Against.NONE, key="sha256:a", by="z3 1.0") -> Evidence:
    return Evidence(by, level, against, key, None, 0.0, None, frozenset())


UNSAT = evidence(For.PROVED)
SAT = evidence(against=Against.SUSPECTED, by="cvc5 1.0")
REPLAYED = evidence(against=Against.REFUTED, key="sha256:c", by="CPython 3.11.7")


def test_combining_is_the_join():
    assert combine() == UNKNOWN
    assert combine(evidence(For.TESTED), evidence(For.BOUNDED), SAT) == Point(For.BOUNDED, Against.SUSPECTED)


def test_only_current_keys_count():
    assert current((UNSAT, REPLAYED), frozenset({"sha256:a"})) == (UNSAT,)


def test_proved_and_refuted_contradict_whatever_their_keys():
    found = contradiction("f:post", (UNSAT, REPLAYED))
    assert found is not None and (found.supporting, found.opposing) == (UNSAT, REPLAYED)
    assert combine(UNSAT, REPLAYED).contradictory


def test_sat_and_unsat_contradict_on_one_text_only():
    assert contradiction("f:post", (SAT, UNSAT)) is not None
    assert contradiction("f:post", (evidence(against=Against.SUSPECTED, key="sha256:b"), UNSAT)) is None


def test_less_than_a_proof_contradicts_nothing():
    assert contradiction("f:post", (evidence(For.CONFIRMED), REPLAYED)) is None


@pytest.mark.parametrize("member", [*Assumption, *Reason])
def test_every_member_explains_itself_in_a_sentence(member):
    words = member.explanation if isinstance(member, Assumption) else member.help
    assert words[0].isupper() and words.endswith(".") and len(words) > 30
    assert pickle.loads(pickle.dumps(member)) is member
    assert type(member)(str(member)) is member
