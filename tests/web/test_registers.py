"""Countries, carriers and sources: each entry leads to as many operations as its list says."""

import re
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from departures.releases.answers import Period, Whom
from departures.releases.definitions import definitions
from departures.releases.fiscal import first_day, last_day
from departures.web.views.countries import figures

FLIGHT = "/operations/2025-04-30-us-uz-tashkent"


def test_a_country_is_counted_in_each_part(client: TestClient) -> None:
    listed = client.get("/countries").text
    row = listed.split('href="/countries/UZ"')[1].split("</tr>")[0]
    assert re.findall(r'"number">(\d+)<', row) == ["0", "1", "1", "0", "0"]


@pytest.mark.parametrize(
    "address",
    [
        "/countries/UZ",
        "/countries/uz?as=destination",
        "/countries/US?as=origin",
        "/carriers/Uzbekistan%20Airways",
        "/sources/Meridian%20Wire",
    ],
)
def test_an_entry_has_its_operations(client: TestClient, address: str) -> None:
    assert f'href="{FLIGHT}"' in client.get(address).text


def test_a_country_without_operations_or_figures_says_so(client: TestClient) -> None:
    page = client.get("/countries/BT").text
    assert "No operation names this country." in page
    assert "No release on the shelf has a figure for this country." in page
    assert client.get("/countries/XX").status_code == 422
    assert client.get("/countries/UZ?as=victim").status_code == 422
    assert client.get("/carriers/Nobody").status_code == 404


def published(release: str, year: int, value: int) -> SimpleNamespace:
    return SimpleNamespace(
        value=value,
        whom=Whom("citizenship", "UZ"),
        period=Period(first=first_day(year), last=last_day(year), basis="fiscal_year"),
        definition=definitions()["removal"],
        release=SimpleNamespace(id=release, title=release, agency="ICE"),
        query="",
    )


def test_two_releases_stand_beside_each_other_and_are_not_added_up() -> None:
    held = [published("new", 2018, 41), published("old", 2018, 40), published("new", 2017, 28)]
    told = figures(held)  # type: ignore[arg-type]
    assert [[row.value for row in each.figures] for each in told] == [["28", "41"], ["40"]]
    assert told[0].drawing is not None and told[1].drawing is None
    assert told[0].drawing.count('class="column"') == 2


def test_an_operation_shows_the_orders_of_its_day_and_how_to_cite_it(client: TestClient) -> None:
    page = client.get(FLIGHT).text
    orders = page.split('id="orders"')[1].split("</section>")[0]
    assert 'href="/law/cases/dvd#' in orders
    assert "Missing:" in orders
    assert "/law/agreements/UZ" in orders
    cited = page.split('class="citation"')[1]
    assert FLIGHT in cited and "record as of" in cited
