"""The page in a real browser: articles in, marks out, by mouse and by keyboard alone."""

import json
import threading

import pytest
from playwright.sync_api import expect

from service.settings import Settings
from service.web.assets import FOLDER
from tests.browser.conftest import serve
from tests.fakes import BROKEN, FakeExtractor

BUSINESS = (FOLDER / "static" / "sample-business.txt").read_text(encoding="utf-8")
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> &lt;b&gt;\n"
    "PARIS, March 2 (Reuters) - “Prices rose 3% 😀👩‍👩‍👧,” said Jane Doe of Nvidia.\n"
    "‮\u202eשלום עולם\u202c said Nvidia 𝒜𝓁𝒾𝒸ℯ. 👩‍👩‍👧‍👦 Nvidia grew 4% in 2025, Jane Doe said.\n"
)
# What of an element is of a layer and lit.
LIT = "elements => elements.map(element => element.textContent)"


def choose_sample(page, name="A port closes"):
    page.get_by_role("button", name=name).click()
    expect(page.locator("#result")).to_be_visible()


def paste(page, text):
    page.get_by_label("Article", exact=True).fill(text)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result")).to_be_visible()


def read_answer(page):
    page.get_by_role("tab", name="JSON").click()
    return json.loads(page.locator("#json").text_content())


def test_a_sample_is_marked_with_all_four_outputs(visit, origin):
    page = visit(origin)
    choose_sample(page)

    assert page.locator("#text").text_content() == BUSINESS
    for layer in ("dateline", "quote", "source", "organisation", "claim"):
        assert page.locator(f"#text mark.{layer}").count() > 0
    assert page.locator("#text mark.quote.claim").count() > 0
    expect(page.locator("#text mark.dateline").first).to_have_text("ROTTERDAM, March 10 (Reuters)")
    expect(page.locator("#dateline")).to_contain_text("Rotterdam, South Holland, The Netherlands")
    expect(page.locator("#dateline")).to_contain_text("10 March 2026")
    expect(page.locator("#entry-s2")).to_contain_text("Marijke van Houten")
    expect(page.get_by_text("None of these figures is a verdict on truth")).to_be_visible()


@pytest.mark.parametrize("name", ["A trial ends", "A river floods"])
def test_the_other_samples_are_marked(visit, origin, name):
    page = visit(origin)
    choose_sample(page, name)

    assert page.locator("#sources .entry").count() >= 5
    assert page.locator("#text mark.claim").count() >= 5


def test_every_entry_is_of_the_answer_and_in_its_order(visit, origin):
    page = visit(origin)
    choose_sample(page)
    answer = read_answer(page)

    for panel, member in (("sources", "quoted_sources"), ("organisations", "organisations"), ("claims", "key_claims")):
        entries = page.locator(f"#{panel} .entry").evaluate_all("elements => elements.map(e => e.dataset.id)")
        assert entries == [found["id"] for found in answer[member]]
    assert answer["offset_unit"] == "utf16"
    call = page.locator("#call").text_content()
    assert call.startswith(f"curl -s {origin}/v1/extract ")
    assert json.loads(call.splitlines()[1])["text"] == BUSINESS


def test_a_source_lights_its_quotations_and_nothing_else(visit, origin):
    page = visit(origin)
    choose_sample(page)
    source = next(found for found in read_answer(page)["quoted_sources"] if found["name"] == "Marijke van Houten")
    page.get_by_role("tab", name="Sources").click()
    page.locator(f"#entry-{source['id']} h3").hover()

    lit = page.locator("#text mark.lit").evaluate_all(LIT)
    for part in [part for quote in source["quotes"] for part in quote["parts"]]:
        assert part["text"] in "".join(lit)
    assert "Marijke van Houten" in lit
    unlit = page.locator("#text mark.quote:not(.lit)").evaluate_all(LIT)
    assert "Nobody was asked, and nobody was warned," in unlit
    page.get_by_role("heading", name="What was read").hover()
    expect(page.locator("#text mark.lit")).to_have_count(0)


def test_an_organisation_lights_its_mentions_and_a_claim_its_place(visit, origin):
    page = visit(origin)
    choose_sample(page)
    answer = read_answer(page)
    organisation, claim = answer["organisations"][0], answer["key_claims"][0]

    page.get_by_role("tab", name="Organisations").click()
    page.locator(f"#entry-{organisation['id']} h3").hover()
    assert page.locator("#text mark.lit").evaluate_all(LIT) == [span["text"] for span in organisation["mentions"]]
    page.get_by_role("tab", name="Claims").click()
    page.locator(f"#entry-{claim['id']} h3").hover()
    assert "".join(page.locator("#text mark.lit").evaluate_all(LIT)) == claim["text"]


def test_a_click_on_a_mark_shows_its_entry_and_a_click_there_leads_back(visit, origin):
    page = visit(origin)
    choose_sample(page)
    page.locator("#text mark.organisation:not(.source)").filter(has_text="Scheldt Ports").first.click()

    entry = page.locator("#organisations .entry.lit")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("Scheldt Ports")
    entry.get_by_role("button").first.click()
    expect(page.locator("#text mark:focus")).to_have_text("Scheldt Ports")
    expect(page.locator("#text mark:focus")).to_be_in_viewport()


def test_a_claim_leads_to_its_claimant(visit, origin):
    page = visit(origin)
    choose_sample(page)
    page.get_by_role("tab", name="Claims").click()
    link = page.locator("#claims .link").first
    name = link.text_content()
    link.click()

    expect(page.locator("#sources .entry.lit h3")).to_have_text(name)
    expect(page.locator("#sources .entry.lit button").first).to_be_focused()


def test_a_layer_is_hidden_and_shown(visit, origin):
    page = visit(origin)
    choose_sample(page)
    colour = "element => getComputedStyle(element).backgroundColor"
    quote = page.locator("#text mark.quote:not(.claim)").first
    shown = quote.evaluate(colour)
    page.get_by_role("checkbox", name="Quotations").uncheck()
    hidden = quote.evaluate(colour)
    page.get_by_role("checkbox", name="Quotations").check()

    assert (shown == hidden, quote.evaluate(colour) == shown) == (False, True)


def test_keys_alone_read_an_article_and_find_what_it_says(visit, origin):
    page = visit(origin)
    press = page.keyboard.press
    press("Tab")
    expect(page.get_by_role("link", name="Skip to the article")).to_be_focused()
    press("Enter")
    press("Tab")
    expect(page.get_by_role("button", name="A port closes")).to_be_focused()
    press("Enter")
    expect(page.get_by_role("heading", name="What was read")).to_be_focused()
    for name in ("Dateline", "Quotations", "Sources", "Organisations", "Claims"):
        press("Tab")
        expect(page.get_by_role("checkbox", name=name)).to_be_focused()
    press("Tab")
    expect(page.locator("#dateline button")).to_be_focused()
    press("Tab")
    expect(page.locator("#text mark").first).to_be_focused()
    press("ArrowRight")
    expect(page.locator("#text mark").nth(1)).to_be_focused()
    assert page.locator("#text mark.lit").count() > 0
    press("End")
    press("Enter")
    expect(page.locator("#findings .lit button").first).to_be_focused()
    press("Enter")
    expect(page.locator("#text mark:focus")).to_have_count(1)
    press("Escape")
    expect(page.locator("#text mark.lit")).to_have_count(0)
    page.get_by_role("tab", selected=True).focus()
    press("Home")
    press("ArrowLeft")
    expect(page.get_by_role("tab", name="JSON")).to_be_focused()
    expect(page.locator("#json")).to_be_visible()


def test_a_hostile_article_is_shown_as_the_text_that_it_is(visit, origin):
    page = visit(origin)
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    paste(page, HOSTILE)

    assert page.locator("#text").text_content() == HOSTILE
    assert page.locator("#text :not(p, mark)").count() == 0
    answer = read_answer(page)
    said = [mention["text"] for found in answer["organisations"] for mention in found["mentions"]]
    assert page.locator("#text mark.organisation").evaluate_all(LIT) == said
    assert dialogs == []


def test_a_file_is_opened_and_one_that_is_no_text_is_refused(visit, origin):
    page = visit(origin)
    file = page.get_by_label("Open a file")
    file.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": "PARIS - “Là,” said Acme.".encode()})
    expect(page.get_by_label("Article", exact=True)).to_have_value("PARIS - “Là,” said Acme.")
    file.set_input_files({"name": "b.txt", "mimeType": "text/plain", "buffer": b"\xff\xfe"})

    expect(page.get_by_role("alert")).to_contain_text("b.txt: its bytes are not UTF-8.")


def test_text_that_is_dropped_is_taken(visit, origin):
    page = visit(origin)
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["PARIS - Acme grew."], "a.txt", { type: "text/plain" }));
            const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true });
            document.getElementById("article").dispatchEvent(drop);
        }"""
    )

    expect(page.get_by_label("Article", exact=True)).to_have_value("PARIS - Acme grew.")


def test_a_blank_article_is_refused_in_words(visit, origin):
    page = visit(origin)
    page.get_by_role("button", name="Read the article").click()

    expect(page.get_by_role("alert")).to_contain_text("The text is blank")
    expect(page.get_by_role("alert")).to_contain_text("The text is empty or blank.")


def test_on_a_narrow_screen_nothing_is_cut_off(visit, origin):
    page = visit(origin, viewport={"width": 320, "height": 640})
    choose_sample(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator("#findings")).to_be_in_viewport()


def test_a_dark_screen_has_a_dark_page(visit, origin):
    page = visit(origin, color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")

    assert max(paper) < 60


def test_without_a_key_the_page_asks_for_one(visit):
    with serve(Settings(api_keys=("first",)), FakeExtractor()) as origin:
        page = visit(origin)
        expect(page.get_by_label("API key")).to_be_hidden()
        page.get_by_label("Article", exact=True).fill("PARIS - Acme grew.")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("alert")).to_contain_text("No valid API key")
        expect(page.get_by_label("API key")).to_be_focused()
        page.keyboard.type("first")
        page.keyboard.press("Enter")
        expect(page.locator("#text mark.organisation")).to_have_text("Acme")
        page.get_by_role("tab", name="JSON").click()

        assert '-H "X-API-Key: $API_KEY"' in page.locator("#call").text_content()
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_service_that_fails_or_is_gone_is_said_so(visit):
    with serve(Settings(), FakeExtractor()) as origin:
        page = visit(origin)
        page.get_by_label("Article", exact=True).fill(BROKEN)
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("alert")).to_contain_text("Internal Server Error")
        page.context.set_offline(True)
        page.keyboard.press("Control+Enter")

        expect(page.get_by_role("alert")).to_contain_text("The service cannot be reached")


def test_long_work_is_seen_and_can_be_cancelled(visit):
    extractor, release = FakeExtractor(), threading.Event()
    extract = extractor.extract

    def wait(text, *options):
        if text == "slow":
            release.wait(60)
        return extract(text, *options)

    with serve(Settings(), extractor) as origin:
        extractor.extract = wait
        page = visit(origin)
        page.get_by_label("Article", exact=True).fill("slow")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("status")).to_have_text("Reading, 0 seconds")
        expect(page.locator("#elapsed")).to_have_text("1")
        page.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("status")).to_have_text("Cancelled")
        expect(page.locator("#progress")).to_be_hidden()
        release.set()


def test_a_long_article_is_shown_whole(visit):
    text = ("Acme grew and Acme shrank. " * 4 + "\n") * 917
    with serve(Settings(), FakeExtractor()) as origin:
        page = visit(origin)
        paste(page, text[:100_000])

        assert page.locator("#text").text_content() == text[:100_000]
        assert page.locator("#text mark").count() == text[:100_000].count("Acme")
        page.get_by_role("tab", name="Organisations").click()
        page.locator("#entry-o1 button").click()
        expect(page.locator("#text mark").first).to_be_focused()
