"""The limit on the first grade as a bar: what is decided, what the bands propose, where the limit stands."""

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.cap import Cap


def draw_cap(cap: Cap) -> str:
    """Decided solid, proposed dashed behind it, the limit a black mark with its number; the words say the same."""
    if not cap.people:
        return ""
    decided, proposed = _percent(cap.decided_good, cap), _percent(cap.proposed_good, cap)
    limit = _percent(cap.max_good, cap)
    anchor = "end" if limit > 85 else "start" if limit < 15 else "middle"
    words = Words(
        "已定好{decided_good}位，上限{max_good}位，按分数段{proposed_good}位，共{people}位",
        decided_good=cap.decided_good,
        max_good=cap.max_good,
        proposed_good=cap.proposed_good,
        people=cap.people,
    )
    limit_words, decided_words = (
        Words("上限{max_good}", max_good=cap.max_good),
        Words("已定好{decided_good}", decided_good=cap.decided_good),
    )
    proposed_words = Words("按分数段{proposed_good}", proposed_good=cap.proposed_good)
    return (
        f'<svg class="cap" width="100%" height="62" role="img" aria-label="{words}">'
        '<rect y="20" width="100%" height="16" style="fill:var(--sunken)"/>'
        f'<rect y="20" width="{decided:.2f}%" height="16" style="fill:var(--g-good)"/>'
        f'<rect y="20.5" width="{proposed:.2f}%" height="15" '
        'style="fill:none;stroke:var(--g-good);stroke-dasharray:3 3"/>'
        f'<line x1="{limit:.2f}%" x2="{limit:.2f}%" y1="14" y2="42" style="stroke:var(--ink);stroke-width:2"/>'
        f'<text x="{limit:.2f}%" y="10" text-anchor="{anchor}">{limit_words}</text>'
        f'<text x="0" y="56">{decided_words}</text>'
        f'<text x="100%" y="56" text-anchor="end">{proposed_words}</text></svg>'
    )


def _percent(number: int, cap: Cap) -> float:
    return 100 * number / cap.people
