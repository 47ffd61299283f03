"""axe-core finds no violation: empty, with a result, with an error; light and dark; narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# The policy of the page forbids the tool itself.
SEEN_BY_AXE = {"bypass_csp": True}
NARROW = {"viewport": {"width": 390, "height": 844}}


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in found]


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, NARROW], ids=["light", "dark", "narrow"])
def test_nobody_is_kept_out(visit, origin, look):
    page = visit(origin, **SEEN_BY_AXE, **look)
    assert violations(page) == []

    page.get_by_role("button", name="Read the article").click()
    expect(page.get_by_role("alert")).to_contain_text("blank")
    assert violations(page) == []

    page.get_by_role("button", name="A port closes").click()
    expect(page.locator("#result")).to_be_visible()
    for tab in ("Sources", "Organisations", "Claims", "JSON"):
        page.get_by_role("tab", name=tab).click()
        assert violations(page) == []

    page.get_by_role("tab", name="Sources").click()
    page.locator("#entry-s2 h3").hover()
    assert violations(page) == []
