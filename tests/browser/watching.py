"""What the browsers of one test went through: errors in the console, requests that failed or left the house."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

# A page that is left closes its live stream, and a link that turns out to be a file ends as a download.
LEFT_BEHIND = "net::ERR_ABORTED"
REFUSED = 400


@dataclass
class Watch:
    """Looks at every context from its beginning; `faults` holds what no page of ours may do."""

    address: str
    faults: list[str] = field(default_factory=list)
    requests: int = 0

    def look_at(self, context: BrowserContext) -> None:
        """From now on."""
        context.on("console", self._heard)
        context.on("weberror", self._broke)
        context.on("request", self._left_for)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            where = message.page.url if message.page else "?"
            self.faults.append(f"console of {where}: {message.text}")

    def _broke(self, error: WebError) -> None:
        self.faults.append(f"script of {error.page.url if error.page else '?'}: {error.error}")

    def _left_for(self, request: Request) -> None:
        self.requests += 1
        target = urlsplit(request.url)
        if target.scheme in {"http", "https"} and f"{target.scheme}://{target.netloc}" != self.address:
            self.faults.append(f"request to somebody else: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.faults.append(f"request failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= REFUSED:
            self.faults.append(f"{response.status} from {response.url}")


def requests_of(page: Page) -> list[Request]:
    """All requests of the page from now on."""
    sent: list[Request] = []

    def note(request: Request) -> None:
        sent.append(request)

    page.on("request", note)
    return sent


def answers_to(page: Page) -> list[Response]:
    """All answers that the page gets from now on."""
    came: list[Response] = []

    def note(response: Response) -> None:
        came.append(response)

    page.on("response", note)
    return came


def fits(page: Page) -> bool:
    """Nothing of the page is wider than the screen that it is shown on."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
