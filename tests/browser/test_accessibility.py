"""axe-core finds no violation: empty, refused, with a result; light and dark; narrow."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# The policy of the page forbids the tool itself.
SEEN_BY_AXE = {"bypass_csp": True}


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in found]


def read_sample(page):
    page.get_by_role("button", name="A port closes").click()
    expect(page.locator("#result")).to_be_visible()


def test_nobody_is_kept_out_by_light_or_dark(visit, origin):
    page = visit(origin, **SEEN_BY_AXE)
    found = {"light, empty": violations(page)}
    page.get_by_role("button", name="Read the article").click()
    expect(page.get_by_role("alert")).to_contain_text("blank")
    found["light, refused"] = violations(page)
    read_sample(page)
    page.locator("#entry-s2 h3").hover()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for tab in ("Claims", "Sources"):
            page.get_by_role("tab", name=tab).click()
            found[f"{scheme}, {tab}"] = violations(page)
    page.get_by_role("tab", name="JSON").click()
    found["dark, JSON"] = violations(page)

    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_nobody_is_kept_out_by_a_narrow_screen(visit, origin):
    page = visit(origin, **SEEN_BY_AXE, viewport={"width": 390, "height": 844})
    read_sample(page)

    assert violations(page) == []
