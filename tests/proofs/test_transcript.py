"""Transcripts survive writing and reading, and nothing else is read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof_examples import answer, failing, raising, replay

from verheal.proofs.transcript import TranscriptError, read_replay, read_solver, write

SOLVER = json.loads(write(answer()))
REPLAY = json.loads(write(replay(failing(0), raising(1))))


def test_round_trip():
    for transcript in (answer(), answer(says="unsat\n(error)")):
        assert read_solver(write(transcript)) == transcript
    for transcript in (replay(), replay(failing(0), raising(1)), replay(failing(0, exception="KeyError"))):
        assert read_replay(write(transcript)) == transcript


@given(st.text())
def test_answers_are_kept_to_the_character(says):
    transcript = answer(says=says)
    assert read_solver(write(transcript)) == transcript


@pytest.mark.parametrize("change", [
    {"solver": "z4"}, {"solver": None}, {"answer": None}, {"answer": ["unsat"]}, {"seed": -1}, {"seed": True},
    {"seed": "0"}, {"rlimit": 1.5}, {"seconds": -1}, {"seconds": "0"}, {"seconds": True}, {"options": {}},
    {"options": [["a"]]}, {"options": [["a", 1]]}, {"more": 1}, {"digest": 7},
])
def test_solver_records_that_are_wrong(change):
    with pytest.raises(TranscriptError):
        read_solver(json.dumps(SOLVER | change))


@pytest.mark.parametrize("key", sorted(SOLVER))
def test_solver_records_with_something_missing(key):
    with pytest.raises(TranscriptError):
        read_solver(json.dumps({name: value for name, value in SOLVER.items() if name != key}))


@pytest.mark.parametrize("change", [
    {"requires_held": 1}, {"requires_held": None}, {"annotations_held": "true"}, {"finished": "yes"},
    {"outcome": "fine"}, {"hash_seed": None}, {"mro": "ValueError"}, {"mro": ["ValueError"]},
    {"traceback": [[]]}, {"failures": [{"kind": "post"}]}, {"message": None}, {"extra": 0},
])
def test_runs_that_are_wrong(change):
    broken = REPLAY | {"runs": [REPLAY["runs"][0] | change]}
    with pytest.raises(TranscriptError):
        read_replay(json.dumps(broken))


def test_a_run_that_raised_names_what():
    with pytest.raises(TranscriptError):
        read_replay(json.dumps(REPLAY | {"runs": [REPLAY["runs"][1] | {"mro": []}]}))


@pytest.mark.parametrize("raw", [
    "", "null", "[]", "unsat", write(answer())[:-1], write(answer()) + "x", "[" * 100_000,
    write(answer()).replace('"seconds":0.01', '"seconds":NaN'),
    write(answer()).replace('"seconds":0.01', '"seconds":1e999'),
    write(answer()).replace("{", '{"answer":"unsat",', 1),
])
def test_texts_that_are_no_records(raw):
    with pytest.raises(TranscriptError):
        read_solver(raw)
    with pytest.raises(TranscriptError):
        read_replay(raw)
