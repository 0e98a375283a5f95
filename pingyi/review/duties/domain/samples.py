"""Templates to start from, in the words of the review meetings they were heard at. None of them is prescribed."""

from pingyi.core.words import Words
from pingyi.review.duties.domain.entries import Holder, Part, Strand
from pingyi.review.duties.domain.rows import Row

SEEN = Words("照两所大学评议会上的讲话列的，没有一条是全国规定。照本单位的改。")

_SECRETARY = (
    (Strand.PARTY_BUILDING, "落实党建工作第一责任人职责，把全面从严治党作为主责主业主阵地"),
    (Strand.PARTY_BUILDING, "严格党的组织生活，指导党支部开展工作，建立健全党支部书记工作例会等制度"),
    (Strand.PARTY_BUILDING, "认领点评指出的不足，列出任务清单，明确工作措施，做好整改"),
    (Strand.POLITICAL_WORK, "把师生思想政治工作和党建通盘谋划、一体推动，统筹几支队伍的力量"),
    (Strand.IDEOLOGY, "把意识形态工作和党建通盘谋划、一体推动"),
    (Strand.INTEGRITY, "严格遵守党章党规和党纪国法，严格落实中央八项规定及其实施细则精神"),
    (Strand.INTEGRITY, "严格落实重大事项请示报告制度"),
    (Strand.INTEGRITY, "公正用权、依法用权、廉洁用权，自觉接受各方面监督"),
)
_BODY = (
    (Strand.PARTY_BUILDING, "落实全面从严治党主体责任"),
    (Strand.PARTY_BUILDING, "落实议事规则，重大问题按照集体领导、民主集中、个别酝酿、会议决定的原则讨论决定"),
    (Strand.PARTY_BUILDING, "强化决策执行、评估、监督，避免议而不决、决而不行"),
    (Strand.POLITICAL_WORK, "研究部署师生思想政治工作"),
    (Strand.IDEOLOGY, "研究部署意识形态工作"),
    (Strand.INTEGRITY, "落实中央八项规定及其实施细则精神和重大事项请示报告制度，自觉接受各方面监督"),
)


def _rows(lines: tuple[tuple[Strand, str], ...]) -> tuple[Row, ...]:
    return tuple(Row(place, Part.DUTY, strand, text) for place, (strand, text) in enumerate(lines, start=1))


SAMPLES: dict[Holder, tuple[Row, ...]] = {Holder.SECRETARY: _rows(_SECRETARY), Holder.BODY: _rows(_BODY)}
