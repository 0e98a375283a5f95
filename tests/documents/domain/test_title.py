"""Long titles break where a reader would."""

from hypothesis import given
from hypothesis import strategies as st

from pingyi.documents.domain.signature import width_of
from pingyi.documents.domain.title import break_title


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert break_title("关于述职评议的通知", 20) == "关于述职评议的通知"


def test_a_long_title_breaks_evenly_after_a_whole_word() -> None:
    broken = break_title("关于2026年度党组织书记抓党建工作述职评议的反馈意见", 20)

    assert broken == "关于2026年度党组织书记\n抓党建工作述职评议的反馈意见"


def test_words_that_belong_together_stay_together() -> None:
    broken = break_title(
        "第五附属医院（第五临床医学院）党委2026年度党组织书记抓党建工作述职评议问题整改任务清单", 28
    )

    assert (
        broken == "第五附属医院（第五临床医学院）党委2026年度\n党组织书记抓党建工作述职评议问题整改任务清单"
    )


def test_a_break_that_somebody_made_is_kept() -> None:
    assert break_title("第一行\n第二行", 20) == "第一行\n第二行"


def test_a_title_without_a_place_to_break_breaks_where_the_line_is_full() -> None:
    assert break_title("示" * 7, 3) == "示示示\n示示示\n示"


@given(
    st.text(alphabet="关于年度党委工作评议的、（）示例123", max_size=60),
    st.integers(min_value=2, max_value=30),
)
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    broken = break_title(text, width)

    assert broken.replace("\n", "") == text
    assert all(width_of(line) <= width for line in broken.split("\n"))
