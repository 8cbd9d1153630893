"""The doors for reviewers: none until somebody may decide, none for other sites."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import courier, note, wire
from tests.web.test_pages import flights

from departures.record import Record
from departures.review import add_person
from departures.review import decide as decided
from departures.web import create_app
from departures.words import Document, OrderClaim, Reading, in_force

PASSWORD = "correct horse battery"
FLIGHT = "2025-04-30-us-uz-tashkent"
DOORS = ("/login", "/review", f"/review/operations/{FLIGHT}", "/audit")


@pytest.fixture
def kept(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    for document, claims in (wire(), courier(), note()):
        record.add(Reading(document=document, claims=tuple(claims)))
    return record


@pytest.fixture
def site(kept: Record) -> TestClient:
    return TestClient(create_app(str(kept.address)), follow_redirects=True)


@pytest.fixture
def reviewer(kept: Record, site: TestClient) -> TestClient:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    assert site.post("/login", data={"name": "ada", "password": PASSWORD}).status_code == 200
    return site


def token(site: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', site.get("/review").text)
    assert found
    return found[1]


def test_no_door_to_write_is_there_until_somebody_may_decide(site: TestClient) -> None:
    assert [site.get(door).status_code for door in DOORS] == [404] * len(DOORS)
    assert site.post("/review/decide", data={"act": "undo"}).status_code == 404
    for page in ("/", f"/operations/{FLIGHT}", "/corrections", "/search?q=tashkent"):
        answer = site.get(page)
        assert answer.status_code == 200
        assert 'href="/review"' not in answer.text
        assert 'method="post"' not in answer.text


def test_reviewing_needs_a_login(kept: Record, site: TestClient) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    assert site.get("/login").status_code == 200
    assert site.get("/review").status_code == 403
    refused = site.post("/login", data={"name": "ada", "password": "wrong"})
    assert refused.status_code == 403
    assert "The name or the password is wrong." in refused.text
    for _ in range(5):
        refused = site.post("/login", data={"name": "ada", "password": "wrong"})
    assert refused.status_code == 429


def test_a_session_is_signed_and_ends(kept: Record, reviewer: TestClient) -> None:
    assert reviewer.get("/review").status_code == 200
    cookie = reviewer.cookies["departures-session"]
    reviewer.cookies.set("departures-session", cookie[:-2] + "xx")
    reviewer.cookies.clear()
    reviewer.cookies.set("departures-session", cookie)
    assert reviewer.get("/review").status_code == 200
    add_person(kept, "ada", "reviewer", "another password", by="tests")
    assert reviewer.get("/review").status_code == 403


def test_whoever_logged_out_is_out_with_a_copy_of_the_cookie_too(reviewer: TestClient) -> None:
    cookie = reviewer.cookies["departures-session"]
    assert reviewer.post("/logout", data={"token": "x"}).status_code == 403
    assert reviewer.post("/logout", data={"token": token(reviewer)}).status_code == 200
    assert "departures-session" not in reviewer.cookies
    thief = TestClient(reviewer.app, cookies={"departures-session": cookie})
    assert thief.get("/review").status_code == 403


def test_each_login_begins_a_session_of_its_own(kept: Record, site: TestClient) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    site.cookies.set("departures-session", "planted")
    tokens = set()
    for _ in range(2):
        answer = site.post(
            "/login",
            data={"name": "ada", "password": PASSWORD, "next": "https://elsewhere.example"},
            follow_redirects=False,
        )
        assert answer.headers["location"] == "/review"
        flags = answer.headers["set-cookie"].lower()
        assert all(flag in flags for flag in ("httponly", "samesite=strict", "path=/", "max-age="))
        tokens.add(answer.cookies["departures-session"])
    assert len(tokens) == 2
    assert "planted" not in tokens


def test_a_cookie_is_sent_over_https_only_where_the_site_is(kept: Record) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    site = TestClient(create_app(str(kept.address)), base_url="https://record.example")
    answer = site.post("/login", data={"name": "ada", "password": PASSWORD}, follow_redirects=False)
    assert "; secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
    ],
)
def test_another_site_logs_nobody_in(
    kept: Record, site: TestClient, headers: dict[str, str]
) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    answer = site.post("/login", data={"name": "ada", "password": PASSWORD}, headers=headers)
    assert answer.status_code == 403
    assert "departures-session" not in site.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin", "origin": "null"},  # where pages send no referrer
        {"sec-fetch-site": "same-origin", "origin": "http://testserver"},
        {"origin": "http://testserver"},
        {},
    ],
)
def test_a_browser_and_a_program_log_in(
    kept: Record, site: TestClient, headers: dict[str, str]
) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    answer = site.post("/login", data={"name": "ada", "password": PASSWORD}, headers=headers)
    assert answer.status_code == 200
    assert "departures-session" in site.cookies


def test_pages_lead_to_the_login_where_somebody_may_decide(kept: Record, site: TestClient) -> None:
    assert 'href="/login"' not in site.get("/").text
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    assert 'href="/login"' in site.get("/").text
    site.post("/login", data={"name": "ada", "password": PASSWORD})
    page = site.get("/").text
    assert 'href="/login"' not in page
    assert 'action="/logout"' in page


def decide(site: TestClient, **written: str) -> int:
    answer = site.post("/review/decide", data={"token": token(site), **written})
    return answer.status_code


def test_a_form_of_another_site_or_session_decides_nothing(
    kept: Record, reviewer: TestClient
) -> None:
    claim = kept.claims()[0].id
    form = {"act": "accept", "claim": claim, "back": "/review"}
    assert reviewer.post("/review/decide", data=form).status_code == 403
    assert reviewer.post("/review/decide", data={**form, "token": "x"}).status_code == 403
    other = {"origin": "https://elsewhere.example"}
    answer = reviewer.post("/review/decide", data={**form, "token": token(reviewer)}, headers=other)
    assert answer.status_code == 403
    assert kept.decisions() == []


def test_a_field_is_corrected_and_the_decision_undone(kept: Record, reviewer: TestClient) -> None:
    (claim,) = [
        claim
        for claim in kept.claims()
        if claim.kind == "operation" and claim.count and claim.count.text == "131"
    ]
    page = reviewer.get(f"/review/operations/{FLIGHT}").text
    assert claim.id in page
    written = {
        "act": "correct", "claim": claim.id, "field": "count", "lower": "100", "upper": "131",
        "words": "131", "why": "They say up to.", "back": "/review", "seen": "0",
    }  # fmt: skip
    assert decide(reviewer, **written) == 200
    operation = kept.operation(FLIGHT)
    assert operation.count is not None and operation.count.lower == 100
    assert "They say up to." in reviewer.get("/corrections").text
    assert decide(reviewer, **written) == 409
    assert decide(reviewer, act="undo", decision="1", back="/review") == 200
    operation = kept.operation(FLIGHT)
    assert operation.count is not None and operation.count.lower == 131


@pytest.mark.parametrize(
    "written",
    [
        {"act": "dance"},
        {"act": "accept", "claim": "claim:" + "0" * 20},
        {"act": "undo", "decision": "x"},
        {"act": "withhold", "document": "sha256:" + "0" * 64, "words": "a"},
        {"act": "merge", "first": FLIGHT, "second": "nowhere"},
    ],
)
def test_a_form_that_can_not_be_meant_changes_nothing(
    kept: Record, reviewer: TestClient, written: dict[str, str]
) -> None:
    assert decide(reviewer, **written) in (404, 422)
    assert kept.decisions() == []


def test_words_are_withheld_from_every_page(kept: Record, reviewer: TestClient) -> None:
    (document,) = [held for held in kept.documents() if held.source == "Harbor Courier"]
    form = {"act": "withhold", "document": document.id, "words": "Noem"}
    assert decide(reviewer, **form) == 200
    reader = TestClient(reviewer.app)
    for page in (f"/documents/{document.id}", f"/api/documents/{document.id}"):
        assert "Noem" not in reader.get(page).text, page
    assert document.id not in reader.get("/search?q=noem").text


def test_a_search_shows_the_place_of_the_words(site: TestClient) -> None:
    page = site.get("/search?q=TASHKÉNT").text
    assert f"/operations/{FLIGHT}" in page
    assert "<mark>Tashkent</mark>" in page
    assert "0 operations" in site.get("/search?q=nowhere").text


def test_an_audit_tells_of_logins(reviewer: TestClient) -> None:
    assert "login" in reviewer.get("/audit").text


def field_form(page: str, field: str) -> dict[str, str]:
    """The form that corrects a field, as the page fills it in."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    form = next(f for f in forms if 'value="correct"' in f and f'name="field" value="{field}"' in f)
    inputs = dict(re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', form))
    chosen = re.findall(
        r'<select name="([^"]+)">.*?<option value="([^"]*)" selected', form, re.DOTALL
    )
    inputs.pop("none", None)
    return {**inputs, **dict(chosen)}


@pytest.mark.parametrize("field", ["count", "date", "origin", "carrier", "nationalities", "mode"])
def test_a_form_sent_back_as_it_came_changes_no_value(
    kept: Record, reviewer: TestClient, field: str
) -> None:
    before = kept.operation(FLIGHT)
    page = reviewer.get(f"/review/operations/{FLIGHT}").text
    written = field_form(page, field) | {"why": "Looked again."}
    written.pop("approximate", None)
    assert reviewer.post("/review/decide", data=written).status_code == 200
    (decision,) = kept.decisions()
    assert decision.act == "correct"
    assert getattr(kept.operation(FLIGHT), field) == getattr(before, field)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        *(
            ("statistic", field)
            for field in ("measure", "count", "destination", "period", "agency")
        ),
        *(("order", field) for field in ("effect", "subject", "date", "challenge", "court")),
        ("statement", "asserted_by"),
    ],
)
def test_claims_of_every_kind_are_corrected_on_the_page_of_their_document(
    kept: Record, reviewer: TestClient, kind: str, field: str
) -> None:
    (claim,) = [claim for claim in kept.claims() if claim.kind == kind]
    page = reviewer.get(f"/review/documents/{claim.document}").text
    section = page.split(f'id="{claim.id.replace(":", "-")}"')[1].split("</section>")[0]
    written = field_form(section, field) | {"why": "Looked again."}
    written.pop("approximate", None)
    if field == "court":
        written |= {"name": "A federal court", "words": "a federal judge"}
    answer = reviewer.post("/review/decide", data=written)
    assert answer.status_code == 200, answer.text
    assert str(answer.url).endswith(f"done=1#{claim.id.replace(':', '-')}-{field}")
    (after,) = [each for each in kept.claims() if each.id == claim.id]
    if field == "court":
        assert isinstance(after, OrderClaim)
        assert after.court is not None
        assert (after.court.name, after.court.text) == ("A federal court", "a federal judge")
    else:
        assert after == claim


def test_a_form_leads_back_nowhere_but_into_review(kept: Record, reviewer: TestClient) -> None:
    claim = kept.claims()[0].id
    for back in (
        "//elsewhere.example",
        "/review@elsewhere.example",
        "/review/\\elsewhere.example",
        "https://elsewhere.example/review",
        "/review?x=%0d%0aSet-Cookie: a=b",
    ):
        form = {
            "token": token(reviewer),
            "act": "accept",
            "claim": claim,
            "back": back,
            "at": '"><script>',
        }
        answer = reviewer.post("/review/decide", data=form, follow_redirects=False)
        assert re.fullmatch(r"/review[?]done=[0-9]+", answer.headers["location"])


def test_a_claim_can_be_decided_on_again_after_an_undo(kept: Record, reviewer: TestClient) -> None:
    claim = next(c for c in kept.claims() if c.kind == "operation")
    made = {"act": "accept", "claim": claim.id, "field": "count", "seen": "0"}
    assert decide(reviewer, **made) == 200
    assert decide(reviewer, act="undo", decision="1") == 200
    page = reviewer.get(f"/review/operations/{FLIGHT}").text
    seen = field_form(page, "count")["seen"]
    assert decide(reviewer, **(made | {"seen": seen})) == 200


def test_the_last_decision_is_named_and_can_be_undone(kept: Record, reviewer: TestClient) -> None:
    claim = next(c for c in kept.claims() if c.kind == "operation")
    form = {"token": token(reviewer), "act": "accept", "claim": claim.id, "back": "/review"}
    page = reviewer.post("/review/decide", data=form).text
    assert "Decision 1: accepted." in page
    assert 'name="decision" value="1"' in page


def test_undoing_walks_back_through_ones_own_decisions(kept: Record, reviewer: TestClient) -> None:
    claim = next(c for c in kept.claims() if c.kind == "operation")
    decided(
        kept,
        add_person(kept, "grace", "reviewer", PASSWORD, by="tests"),
        {"act": "accept", "claim": claim.id, "field": "date"},
    )
    form = {"token": token(reviewer), "act": "accept", "claim": claim.id, "back": "/review"}
    for field in ("count", "origin"):
        page = reviewer.post("/review/decide", data=form | {"field": field}).text
    for undone in ("3", "2"):
        assert f'name="decision" value="{undone}"' in page
        undo = {"token": form["token"], "act": "undo", "decision": undone}
        page = reviewer.post("/review/decide", data=undo).text
    assert 'data-key="u"' not in page
    assert [held.who for held in in_force(kept.decisions())] == ["grace"]


def test_what_was_corrected_shows_what_was_read(kept: Record, reviewer: TestClient) -> None:
    claim = next(
        c for c in kept.claims() if c.kind == "operation" and c.count and c.count.text == "131"
    )
    form = {"act": "correct", "claim": claim.id, "field": "count", "lower": "130", "upper": "130"}
    assert decide(reviewer, **form, words="131", why="A slip.") == 200
    reader = TestClient(reviewer.app)
    page = reader.get(f"/operations/{FLIGHT}").text
    assert "<del><bdi>131</bdi></del>" in page
    assert "A slip." in page
    answer = reader.get(f"/api/operations/{FLIGHT}").json()
    assert [made["in_force"] for made in answer["decisions"]] == [True]
    assert 'method="post"' not in page


def test_a_reader_that_proved_right_is_accepted_together_and_undone(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "many.db")
    for document, claims in flights(13):
        record.add(Reading(document=document, claims=tuple(claims)))
    add_person(record, "ada", "reviewer", PASSWORD, by="tests")
    site = TestClient(create_app(str(record.address)))
    site.post("/login", data={"name": "ada", "password": PASSWORD})
    told = [claim.id for claim in record.claims()]
    for claim in told[:10]:
        assert "may be accepted together" not in site.get("/review").text
        decide(site, act="accept", claim=claim, field="date")
    link = re.search(r'href="(/review/proven[^"]+)"', site.get("/review").text)
    assert link
    page = site.get(link[1].replace("&amp;", "&")).text
    form = dict(
        re.findall(r'name="([^"]+)" value="([^"]*)"', page.split('action="/review/proven"')[-1])
    )
    assert sorted(form["claims"].split()) == sorted(told[10:])
    assert site.post("/review/proven", data=form | {"token": "x"}).status_code == 403
    after = site.post("/review/proven", data=form)
    assert "Decisions 11 to 13: accepted." in after.text
    assert len(record.decisions()) == 13
    assert site.post("/review/proven", data=form).status_code in (404, 409)
    undo = {"token": token(site), "first": "11", "last": "13"}
    assert site.post("/review/undo", data=undo).status_code == 200
    assert len(in_force(record.decisions())) == 10


def test_a_form_larger_than_any_is_refused(reviewer: TestClient) -> None:
    answer = reviewer.post("/review/decide", data={"token": "x" * 200_000})
    assert answer.status_code == 413


def test_the_audit_tells_of_decisions_and_only_reviewers_read_it(
    kept: Record, reviewer: TestClient
) -> None:
    decide(reviewer, act="accept", claim=kept.claims()[0].id)
    page = reviewer.get("/audit").text
    assert "Decision 1: accepted" in page
    assert "login" in page
    assert TestClient(reviewer.app).get("/audit").status_code == 403


def test_an_earlier_id_leads_to_the_present_one(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "named.db")
    document, claims = wire()
    record.add(Reading(document=document, claims=tuple(claims)))
    old = record.operations()[0]
    person = add_person(record, "ada", "reviewer", PASSWORD, by="tests")
    place = {**claims[0].destination.model_dump(), "name": "Samarkand"}
    made = {"act": "correct", "claim": claims[0].id, "field": "destination", "value": place}
    decided(record, person, {**made, "why": "It was named wrongly."})
    new = record.operations()[0].id
    assert new != old.id
    site = TestClient(create_app(str(record.address)), follow_redirects=False)
    for door in ("/operations/", "/api/operations/"):
        answer = site.get(door + old.id)
        assert (answer.status_code, answer.headers["location"]) == (308, door + new)


def test_a_search_is_narrowed_down_by_facets_on_the_page_and_in_the_api(site: TestClient) -> None:
    page = site.get("/search?q=tashkent").text
    assert "country=UZ" in page
    assert "No operation has all of this." in site.get("/search?q=tashkent&month=1999-01").text
    answer = site.get("/api/search?q=Tashként&country=uz").json()
    assert answer["total"] == 1
    assert answer["facets"]["country"]["UZ"] == 1
    assert site.get("/api/operations?country=FR").json()["total"] == 0
    assert site.get("/api/operations?country=UZ&month=2025-04").json()["total"] == 1
    hits = site.get("/api/search?q=Tashként").json()["documents"]
    matches = {part["text"] for hit in hits for part in hit["snippet"] if part["match"]}
    assert matches == {"Tashkent"}


def test_a_source_that_changed_after_its_review_is_asked_with_what_changed(
    kept: Record, reviewer: TestClient
) -> None:
    (claim,) = [claim for claim in kept.claims() if claim.kind == "statistic"]
    assert decide(reviewer, act="accept", claim=claim.id) == 200
    before = kept.frozen(claim.document)
    text = "-- Corrected.\n" + before.text.replace("572", "527")
    after = Document.of(text, title="A correction", previous=before.id)
    kept.add(Reading(document=after))
    queue = reviewer.get("/review?kind=changed-source").text
    assert "Its source changed." in queue
    assert f"/review/documents/{after.id}" in queue
    page = reviewer.get(f"/review/documents/{after.id}").text
    assert "<ins>-- Corrected.</ins>" in page
    assert re.search("<del>[^<]*572[^<]*</del>", page)
    assert re.search("<ins>[^<]*527[^<]*</ins>", page)
    assert "accepted" in page
