"""Going through a page with the Tab key alone."""

from playwright.sync_api import Page

# What a keyboard must reach: everything visible that can be pressed, typed into or opened; one of a set of choices.
MARK = """() => {
  const reach = "a[href], button, input, select, textarea, summary, [tabindex='0']", groups = new Set();
  window.reached = []; window.unseen = [];
  const name = node => node.tagName.toLowerCase() + "#" + node.id + " " + (node.innerText || node.name).slice(0, 20);
  window.wanted = [...document.querySelectorAll(reach)].filter(node => {
    const isShown = node.type !== "hidden" && node.checkVisibility({visibilityProperty: true});
    if (node.disabled || node.tabIndex < 0 || !isShown) return false;
    if (node.type !== "radio") return true;
    const group = node.form?.id + node.form?.action + node.name;
    return !groups.has(group) && groups.add(group);
  });
  document.addEventListener("focusin", event => {
    const node = event.target, own = getComputedStyle(node), next = node.nextElementSibling;
    const ring = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    window.reached.push(node);
    if (!ring(own) && !(next && ring(getComputedStyle(next)))) window.unseen.push(name(node));
  });
  window.missed = () => window.wanted.filter(node => !window.reached.some(one =>
    one === node || (one.type === "radio" && one.name === node.name))).map(name);
  return window.wanted.length;
}"""
# A date field has a stop for the year, the month, the day and its calendar.
STOPS_EACH, SPARE = 4, 10


def tabbed_through(page: Page) -> list[str]:
    """What Tab did not reach on its way out of the page and once through it, or reached without a visible ring."""
    wanted, ends = page.evaluate(MARK), 0
    for _ in range(2 * wanted * STOPS_EACH + SPARE):
        page.keyboard.press("Tab")
        ends += page.evaluate("document.activeElement === document.body")
        # The first time may have begun in the middle, at a field that had the focus when the page opened.
        if ends > 1 or (ends and not page.evaluate("window.missed()")):
            break
    else:
        return [f"never came to the end: {page.evaluate('document.activeElement.outerHTML')[:200]}"]
    missed, unseen = page.evaluate("[window.missed(), window.unseen]")
    return [f"not reached: {one}" for one in missed] + [f"no ring: {one}" for one in unseen]
