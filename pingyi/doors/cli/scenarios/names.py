"""Made-up names: common surnames and given names, drawn by a seed. Whoever has such a name is not meant."""

from itertools import product
from random import Random

SURNAMES = "王李张刘陈周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕"
FIRST = "晓文志建明国海春玉雪秋子嘉思雨书景若云凌"
SECOND = "岚峰宁青舟川磊珊琳哲睿诚博然洁涛凯彤远航"


def draw_names(seed: int, number: int) -> list[str]:
    """So many different names, always the same for one seed."""
    every = ["".join(parts) for parts in product(SURNAMES, FIRST, SECOND)]
    return Random(seed).sample(every, number)  # noqa: S311 (names of made-up people)
