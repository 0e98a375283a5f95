"""Everything that changes the plan of a review. Each verb locks the plan: two clerks queue, a frozen one refuses."""

from pingyi.review.cycles.services.change_reporter import add_reporter, change_reporter, remove_reporter
from pingyi.review.cycles.services.change_settings import change_settings
from pingyi.review.cycles.services.decide_class import decide_class
from pingyi.review.cycles.services.drop_poll import drop_poll
from pingyi.review.cycles.services.drop_vote import drop_vote
from pingyi.review.cycles.services.faults import SeveralFaults
from pingyi.review.cycles.services.freeze_cycle import PlanIncomplete, freeze_cycle, unfreeze_cycle
from pingyi.review.cycles.services.list_from_sheet import ListFaulty, list_from_sheet
from pingyi.review.cycles.services.list_from_source import list_from_source
from pingyi.review.cycles.services.list_members import Listed, list_members, unlist_members
from pingyi.review.cycles.services.merge_small_class import merge_small_class, unmerge_class
from pingyi.review.cycles.services.move_reporter import move_reporter, order_reporters
from pingyi.review.cycles.services.plan_lock import hold_frozen
from pingyi.review.cycles.services.plan_meeting import (
    MeetingPlan,
    change_meeting,
    plan_meeting,
    remove_meeting,
)
from pingyi.review.cycles.services.plan_poll import change_poll, plan_poll
from pingyi.review.cycles.services.plan_vote import LEAST_VOTERS, Matter, plan_vote
from pingyi.review.cycles.services.propose_reporters import Proposal, propose_reporters
from pingyi.review.cycles.services.record_past_cycle import record_past_cycle
from pingyi.review.cycles.services.save_roster import RosterLine, save_roster
from pingyi.review.cycles.services.set_phase_dates import set_phase_dates
from pingyi.review.cycles.services.set_weights import set_equal_weights, set_weights
from pingyi.review.cycles.services.start_cycle import rename_cycle, start_cycle
from pingyi.review.cycles.services.voter_classes import (
    ClassPlan,
    add_class,
    change_class,
    move_class,
    remove_class,
)

__all__ = [
    "LEAST_VOTERS",
    "ClassPlan",
    "ListFaulty",
    "Listed",
    "Matter",
    "MeetingPlan",
    "PlanIncomplete",
    "Proposal",
    "RosterLine",
    "SeveralFaults",
    "add_class",
    "add_reporter",
    "change_class",
    "change_meeting",
    "change_poll",
    "change_reporter",
    "change_settings",
    "decide_class",
    "drop_poll",
    "drop_vote",
    "freeze_cycle",
    "hold_frozen",
    "list_from_sheet",
    "list_from_source",
    "list_members",
    "merge_small_class",
    "move_class",
    "move_reporter",
    "order_reporters",
    "plan_meeting",
    "plan_poll",
    "plan_vote",
    "propose_reporters",
    "record_past_cycle",
    "remove_class",
    "remove_meeting",
    "remove_reporter",
    "rename_cycle",
    "save_roster",
    "set_equal_weights",
    "set_phase_dates",
    "set_weights",
    "start_cycle",
    "unfreeze_cycle",
    "unlist_members",
    "unmerge_class",
]
