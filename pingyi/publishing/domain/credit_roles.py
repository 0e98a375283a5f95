"""Words before the names of those who wrote, took the pictures, edited and checked."""

import re

# The word itself is what the text says; it is not translated.
WORDS = """
初审初校 复审复校 终审终校 一审一校 二审二校 三审三校 初审 复审 终审 一审 二审 三审 四审 初校 复校 终校 一校 二校 三校
来源 信息来源 稿件来源 文章来源 作者 撰稿 撰稿人 供稿 供稿单位 供图 投稿 拟稿 核稿 撰文 文字 文稿 文
摄影 图片 图 图文 文图 图/文 文/图 摄像 视频 责编 责任编辑 编辑 编审 编稿 文字编辑 图片编辑 美编 排版 校对 责任校对
审核 审核人 责任审核 初核 复核 审定 审签 审稿 签审 签发 责审 审 校 编 监制 统筹 总监 主编
记者 通讯员 特约记者 校园记者 本报记者 学生通讯员 学生记者 实习记者 发布 发布者 发布人 上传 制作 策划
"""
# Longest first: one word may begin with another.
ROLES = tuple(sorted(dict.fromkeys(WORDS.split()), key=lambda role: -len(role)))
ROLE = "(?:" + "|".join(re.escape(role) for role in ROLES) + ")"
# Several duties of one person: 图文、责编 or 撰稿/摄影 or 撰稿、核稿.
ROLE_WORDS = rf"{ROLE}(?:\s*[/、&和及]\s*{ROLE})*"
SEPARATOR = r"[ ]*[：:|｜丨┃∣︱][ ]*"
# In brackets a space alone stands between word and name: （记者 甲 通讯员 乙）.
ROLE_BEHIND = re.compile(rf"[(（ ](?=[^ ]{{2}}){ROLE}$")
# Where a credit begins: before it a space separates and stays. One character alone (学 校 党 委) begins none.
ROLE_AHEAD = re.compile(rf"{ROLE_WORDS}(?:{SEPARATOR}|/)|(?=[^ ]{{2}}){ROLE}[ ]")
