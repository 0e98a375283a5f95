"""Where sentences are said in the reader's language: templates while they are drawn, and answers to our scripts."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.backends.django import DjangoTemplates, Template
from django.utils.safestring import SafeString

from pingyi.core.words import shown


def spoken_json(answer: Mapping[str, Any], status: int = 200) -> JsonResponse:
    """A JSON answer for a script of ours: its sentences are shown to the reader as they come."""
    with shown():
        return JsonResponse(_said(answer), status=status)


def _said(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _said(part) for key, part in value.items()}
    return [_said(part) for part in value] if isinstance(value, list | tuple) else value


class SpeakingTemplate(Template):
    def render(self, context: dict[str, Any] | None = None, request: HttpRequest | None = None) -> SafeString:
        with shown():
            return SafeString(super().render(context, request))


class SpeakingTemplates(DjangoTemplates):
    """Django's own engine with templates that speak."""

    def from_string(self, template_code: str) -> SpeakingTemplate:
        return SpeakingTemplate(self.engine.from_string(template_code), self)

    def get_template(self, template_name: str) -> SpeakingTemplate:
        found = super().get_template(template_name)
        return SpeakingTemplate(found.template, self)
