"""Writes of the news: draft, name people, change, hand in, sign, return, publish; the rules of the house."""

from pingyi.publishing.services.news.draft_news import Added, draft_news
from pingyi.publishing.services.news.hand_in_news import hand_in_news
from pingyi.publishing.services.news.name_readers import name_readers
from pingyi.publishing.services.news.publish_news import publish_news
from pingyi.publishing.services.news.return_news import return_news
from pingyi.publishing.services.news.save_news import save_news
from pingyi.publishing.services.news.set_house_rules import set_house_rules
from pingyi.publishing.services.news.sign_news import sign_news

__all__ = [
    "Added",
    "draft_news",
    "hand_in_news",
    "name_readers",
    "publish_news",
    "return_news",
    "save_news",
    "set_house_rules",
    "sign_news",
]
