"""What axe-core finds on a page, and whether the page still fits when letters are twice as large."""

from importlib.resources import files

from playwright.sync_api import Page, ViewportSize

SMALL: ViewportSize = {"width": 360, "height": 740}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async rules => {
  const found = await axe.run({runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")}`));
}"""
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '32px'"
USUAL = "document.documentElement.style.fontSize = ''"
# How far the page can be pushed sideways, and the outermost elements that stick out.
SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth, over = document.documentElement.scrollWidth - room;
  if (over <= 0) return null;
  const scrolled = node => node && node !== document.body && node.nodeType === 1 &&
    (getComputedStyle(node).overflowX !== "visible" || scrolled(node.parentElement));
  const out = [...document.querySelectorAll("body *")].filter(node =>
    node.getBoundingClientRect().right > room + 0.5 && !scrolled(node.parentElement));
  const name = node => node.tagName.toLowerCase() + (node.id ? "#" + node.id : "") +
    (node.getAttribute("class") ? "." + node.getAttribute("class").trim().replaceAll(" ", ".") : "");
  const last = out.filter(node => ![...node.children].some(child => out.includes(child)));
  return `${over} px too wide: ` + [...new Set(last.map(name))].slice(0, 5).join(", ");
}"""


def faults_of(page: Page, *sizes: ViewportSize) -> list[str]:
    """Of the page as it stands, at each size."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    faults = []
    for size in sizes:
        page.set_viewport_size(size)
        faults += [f"{size['width']} px: {fault}" for fault in page.evaluate(RUN, RULES)]
    return faults


def sideways(page: Page) -> list[str]:
    """Of the page on a small phone with letters twice as large."""
    page.set_viewport_size(SMALL)
    page.evaluate(TWICE_AS_LARGE)
    over = page.evaluate(SIDEWAYS)
    page.evaluate(USUAL)
    return [f"360 px, 200 %: {over}"] if over else []
