"""Who is voted on, what makes a ballot valid, how many slips."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue.setting import Group, Setting
from pingyi.review.cycles.domain.kinds import Choice, Count, Flag, Share
from pingyi.review.cycles.domain.settings import BallotScope, SelfVote

BALLOT: tuple[Setting, ...] = (
    Setting(
        "ballot_scope",
        Group.BALLOT,
        Words("测评谁"),
        Choice(
            (
                (BallotScope.ALL, Words("全部述职书记，含书面述职的")),
                (BallotScope.ON_SITE, Words("只测评现场述职的")),
            )
        ),
        Words("提出名册时按它勾选，名册上还可以逐人改。"),
    ),
    Setting(
        "has_unknown_option",
        Group.BALLOT,
        Words("票上有没有“不了解”"),
        Flag(Words("有，单独列出，不计分"), Words("没有，四个等次必选其一")),
        Words("选了“不了解”的不进有效票。"),
    ),
    Setting(
        "self_vote",
        Group.BALLOT,
        Words("书记给自己投票"),
        Choice(((SelfVote.EXCLUDE, Words("不投自己这一行")), (SelfVote.ALLOW, Words("可以投自己")))),
        Words("不投时，手机上本单位那一行锁住，不发出任何内容。"),
    ),
    Setting(
        "invalid_incomplete",
        Group.BALLOT,
        Words("没有逐人填满的票"),
        Flag(Words("手机上填满才能送出；纸质票缺项整张无效"), Words("缺的人算弃权，其余有效")),
    ),
    Setting(
        "invalid_all_same",
        Group.BALLOT,
        Words("全部填同一等次的票"),
        Flag(Words("整张无效"), Words("照样有效")),
        Words("发票前要让投票人知道这一条。"),
    ),
    Setting(
        "threshold",
        Group.BALLOT,
        Words("一类最少几人"),
        Count(2, 50, Words("人")),
        Words("不足这个数的类要在投票前并入别的类；收回不足这个数的票箱先不开。"),
    ),
    Setting("spare_minimum", Group.BALLOT, Words("每类备用票条至少"), Count(0, 100, Words("张"))),
    Setting("spare_share", Group.BALLOT, Words("备用票条占本类人数"), Share(), Words("与上一项比，取多的。")),
)
