"""A problem of an earlier review as a card tells it."""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words, listed
from pingyi.review.cards.domain.days import day_words


@dataclass(frozen=True)
class PastProblem:
    """A problem of the last review, or an open one of an older year. `late` says how late its task or answer is, ""
    where it is not; `came_back`: the same fault was struck off before. `evidence` counts pieces of all its tasks.
    """

    key: int
    year: int
    number: int
    text: str
    state: str
    is_claimed: bool = False
    is_closed: bool = False
    closed_on: date | None = None
    tasks: int = 0
    closed_tasks: int = 0
    evidence: int = 0
    due_on: date | None = None
    late: str = ""
    times_reopened: int = 0
    came_back: bool = False
    history: str = ""

    @property
    def name(self) -> str:
        """As the list of problems is cited: 2025-017."""
        return f"{self.year}-{self.number:03}"

    @property
    def basis(self) -> str:
        return Words("问题{name}", name=self.name)

    @property
    def standing_words(self) -> str:
        """How it stands: state or day, tasks, evidence, lateness, and what happened to the same fault before."""
        # “认领了，还没有任务” says it already.
        says_so = not self.tasks and not self.is_closed and "没有任务" in str.__str__(self.state)
        said = [self._state_words(), *([] if says_so else [self._task_words()])]
        if self.due_on and not self.is_closed:
            said.append(Words("期限{day}", day=day_words(self.due_on)))
        if self.late:
            said.append(self.late)
        if self.times_reopened:
            said.append(Words("重新打开{count}次", count=self.times_reopened))
        words = listed(said, "，")
        return listed([words, self.history] if self.came_back and self.history else [words], "。") + Words(
            "。"
        )

    def _state_words(self) -> str:
        if not self.is_closed:
            return self.state
        return Words("{day}销号", day=day_words(self.closed_on)) if self.closed_on else Words("已销号")

    def _task_words(self) -> str:
        if not self.tasks:
            return Words("没有列任务")
        return Words(
            "任务办结{closed}/{tasks}，佐证{evidence}份",
            closed=self.closed_tasks,
            tasks=self.tasks,
            evidence=self.evidence,
        )
