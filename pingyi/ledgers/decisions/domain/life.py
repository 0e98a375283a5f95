"""The life of a topic: which step follows which, and what has to be there first."""

from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    FILED = "filed"
    COORDINATED = "coordinated"
    PARTY_FIRST = "party_first"
    ON_AGENDA = "on_agenda"
    DECIDED = "decided"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    EXECUTING = "executing"
    DONE = "done"


class Move(StrEnum):
    """`STUDY`: the Party meeting agreed that the topic goes on. `TAKE_OFF`: the topic leaves the agenda unheard.
    `HEAR`: a topic that is only studied or reported was heard.
    """

    FILE = "file"
    COORDINATE = "coordinate"
    STUDY = "study"
    PLACE = "place"
    TAKE_OFF = "take_off"
    DECIDE = "decide"
    HEAR = "hear"
    REJECT = "reject"
    POSTPONE = "postpone"
    EXECUTE = "execute"
    FINISH = "finish"


class WrongMove(Exception):
    """`code`: `topic.wrong_state`, or `topic.party_first` where the Party meeting has not studied it yet."""

    def __init__(self, state: State, move: Move, code: str) -> None:
        super().__init__(f"{move} from {state}: {code}")
        self.state, self.move, self.code = state, move, code


_READY = frozenset({State.COORDINATED, State.PARTY_FIRST, State.POSTPONED})
# A topic that the Party meeting studies first is talked about there before it stands on the agenda that decides.
_TALKED = frozenset({State.COORDINATED, State.POSTPONED, State.ON_AGENDA})
_MOVES: dict[Move, tuple[frozenset[State], State]] = {
    Move.FILE: (frozenset({State.DRAFT}), State.FILED),
    Move.COORDINATE: (frozenset({State.FILED, State.POSTPONED}), State.COORDINATED),
    Move.STUDY: (frozenset({State.COORDINATED, State.POSTPONED}), State.PARTY_FIRST),
    Move.PLACE: (_READY, State.ON_AGENDA),
    Move.TAKE_OFF: (frozenset({State.ON_AGENDA}), State.COORDINATED),
    Move.DECIDE: (frozenset({State.ON_AGENDA}), State.DECIDED),
    Move.HEAR: (frozenset({State.ON_AGENDA}), State.DONE),
    Move.REJECT: (_TALKED, State.REJECTED),
    Move.POSTPONE: (_TALKED, State.POSTPONED),
    Move.EXECUTE: (frozenset({State.DECIDED}), State.EXECUTING),
    Move.FINISH: (frozenset({State.DECIDED, State.EXECUTING}), State.DONE),
}


def moved(
    state: State,
    move: Move,
    *,
    needs_first: bool = False,
    is_studied: bool = False,
    is_postponed: bool = False,
) -> State:
    """The state after a move. `needs_first`: the Party meeting has to study the topic; `is_studied`: it has agreed;
    `is_postponed`: the last meeting that heard it put it off, which is where it goes back to when it is taken off.
    """
    allowed, after = _MOVES[move]
    if state not in allowed:
        raise WrongMove(state, move, "topic.wrong_state")
    if move is Move.PLACE and needs_first and not is_studied:
        raise WrongMove(state, move, "topic.party_first")
    if move is Move.TAKE_OFF and is_postponed:
        return State.POSTPONED
    if move is Move.TAKE_OFF and is_studied:
        return State.PARTY_FIRST
    return after


def next_move(
    state: State, *, needs_first: bool = False, is_studied: bool = False, is_heard: bool = False
) -> Move | None:
    """The one step that comes next; None where the life of the topic is over. `is_heard`: it is not voted on."""
    if state in _READY:
        return Move.STUDY if needs_first and not is_studied else Move.PLACE
    return {
        State.DRAFT: Move.FILE,
        State.FILED: Move.COORDINATE,
        State.ON_AGENDA: Move.HEAR if is_heard else Move.DECIDE,
        State.DECIDED: Move.EXECUTE,
        State.EXECUTING: Move.FINISH,
    }.get(state)
