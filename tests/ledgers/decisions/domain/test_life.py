"""The life of a topic, step by step."""

import pytest

from pingyi.ledgers.decisions.domain.life import Move, State, WrongMove, moved, next_move


def test_topic_goes_from_draft_to_done() -> None:
    state = State.DRAFT
    for move in (Move.FILE, Move.COORDINATE, Move.PLACE, Move.DECIDE, Move.EXECUTE, Move.FINISH):
        assert next_move(state) is move
        state = moved(state, move)
    assert state is State.DONE
    assert next_move(state) is None
    assert next_move(State.REJECTED) is None


def test_topic_that_the_party_meeting_studies_first_waits_for_it() -> None:
    assert next_move(State.COORDINATED, needs_first=True) is Move.STUDY
    with pytest.raises(WrongMove) as wrong:
        moved(State.COORDINATED, Move.PLACE, needs_first=True)
    assert wrong.value.code == "topic.party_first"
    assert moved(State.COORDINATED, Move.STUDY, needs_first=True) is State.PARTY_FIRST
    assert next_move(State.PARTY_FIRST, needs_first=True, is_studied=True) is Move.PLACE
    assert moved(State.PARTY_FIRST, Move.PLACE, needs_first=True, is_studied=True) is State.ON_AGENDA
    assert moved(State.ON_AGENDA, Move.TAKE_OFF, needs_first=True, is_studied=True) is State.PARTY_FIRST


def test_uncoordinated_topic_comes_on_no_agenda() -> None:
    with pytest.raises(WrongMove) as wrong:
        moved(State.FILED, Move.PLACE)
    assert wrong.value.code == "topic.wrong_state"


def test_postponed_topic_comes_again() -> None:
    assert moved(State.ON_AGENDA, Move.POSTPONE) is State.POSTPONED
    assert next_move(State.POSTPONED) is Move.PLACE
    assert moved(State.POSTPONED, Move.PLACE) is State.ON_AGENDA
    assert moved(State.ON_AGENDA, Move.TAKE_OFF) is State.COORDINATED
    taken_off = moved(State.ON_AGENDA, Move.TAKE_OFF, is_studied=True, is_postponed=True)
    assert taken_off is State.POSTPONED, "it is still one that was put off"


def test_topic_that_is_only_heard_is_done_with_the_meeting() -> None:
    assert next_move(State.ON_AGENDA, is_heard=True) is Move.HEAR
    assert moved(State.ON_AGENDA, Move.HEAR) is State.DONE


@pytest.mark.parametrize("state", [State.DONE, State.REJECTED])
@pytest.mark.parametrize("move", list(Move))
def test_what_is_over_stays_over(state: State, move: Move) -> None:
    with pytest.raises(WrongMove):
        moved(state, move)
