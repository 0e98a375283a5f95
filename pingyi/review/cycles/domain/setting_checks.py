"""What must hold between the settings of one cycle. Each value by itself is checked by its kind."""

from collections.abc import Iterator
from itertools import pairwise

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue import GRADES
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.settings import ReviewSettings


def setting_faults(settings: ReviewSettings) -> dict[str, str]:
    """What is wrong between settings, by the key of the setting at which to say it."""
    return dict(
        (
            *_point_faults(settings),
            *_band_faults(settings),
            *_composite_faults(settings),
            *_time_faults(settings),
        )
    )


def _point_faults(settings: ReviewSettings) -> Iterator[tuple[str, str]]:
    for (better, better_words), (worse, worse_words) in pairwise(GRADES):
        if settings.grade_points[worse] >= settings.grade_points[better]:
            yield (
                f"points_{worse}",
                Words(
                    "“{worse_words}”的分值应低于“{better_words}”。请改其中一个。",
                    worse_words=worse_words,
                    better_words=better_words,
                ),
            )


def _band_faults(settings: ReviewSettings) -> Iterator[tuple[str, str]]:
    for (better, high), (worse, low) in pairwise(settings.bands):
        if low >= high:
            words = dict(GRADES)
            yield (
                f"band_{worse}",
                Words(
                    "“{words}”的起点应低于“{words_2}”的起点。请改其中一个。",
                    words=words[worse],
                    words_2=words[better],
                ),
            )


def _composite_faults(settings: ReviewSettings) -> Iterator[tuple[str, str]]:
    total = settings.composite_ballot + settings.composite_daily + settings.composite_leader
    if total != 1:
        yield (
            "composite_ballot",
            Words(
                "测评、日常考核、领导评价合计{share_text}，必须正好100%。请一起改。",
                share_text=share_text(total),
            ),
        )


def _time_faults(settings: ReviewSettings) -> Iterator[tuple[str, str]]:
    if settings.warn_seconds >= settings.speech_seconds:
        yield (
            "warn_seconds",
            Words(
                "提醒时间要短于述职时间（{speech_seconds}秒）。请改短。",
                speech_seconds=settings.speech_seconds,
            ),
        )
