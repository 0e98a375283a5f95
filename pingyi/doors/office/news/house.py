"""How the institution does its news: people, credit lines, source, protected formulas."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.phrases import PEOPLE, SCHEMES
from pingyi.publishing.queries.house_rules import house_rules
from pingyi.publishing.rules import may_set_house_rules
from pingyi.publishing.services.news import set_house_rules


@office_page
@require_http_methods(["GET", "POST"])
def news_rules(request: OfficeRequest) -> HttpResponse:
    """POST `people`, `credit_scheme`, `source`, `formulas`."""
    if not (may_set_house_rules(request.actor) or request.actor.has_role("leader")):
        raise Forbidden(Words("新闻的规矩由经办人定，经办人和领导看。"))
    rules = house_rules()
    sent = {
        "people": rules.people.value,
        "credit_scheme": rules.credit_scheme.value,
        "source": rules.source,
        "formulas": rules.formula_text,
    }
    refusal: Refused | None = None
    if request.method == "POST":
        sent = {key: request.POST.get(key, "") for key in sent}
        try:
            set_house_rules(actor=request.actor, now=now(), **sent)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, Words("记下了，从下一篇稿子起照这样办；规范表述马上就用。"))
            return redirect("office:news-rules")
    shown = {
        "sent": sent,
        "row": rules.row,
        "people": PEOPLE.items(),
        "schemes": SCHEMES.items(),
        "may_set": may_set_house_rules(request.actor),
        "known": rules.known_formulas,
        "refusal": refusal,
    }
    return render(request, "office/news-rules.html", shown, status=refusal.status if refusal else 200)
