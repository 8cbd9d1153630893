"""The official files at hand, where they are; and a shelf that holds them."""

from pathlib import Path

import pytest

from departures.releases import About, Shelf, open_shelf

OFFICIAL = Path(__file__).parents[3] / "shared" / "data" / "official"
FILES = (
    "ice_air_arts_flights_fy2011_fy2019.csv",
    "ice_air_arts_removal_flights_guatemala.csv",
    "ice_air_kykm_observed_2019_2021.csv",
    "ice_annual_report_removals_selected.csv",
    "ice_removals_by_citizenship_fy2017_fy2018.csv",
    "ice_removals_weekly_2002_2025.csv",
    "msp_ice_flights_2025_2026.csv",
    "nondetained_docket_final_orders_2024-11-24.csv",
)
SEATTLE = (
    "ice_removals_seattle_aor_expedited_2012_2019.csv",
    "ice_removals_seattle_aor_other_2012_2019.csv",
)


@pytest.fixture(scope="session")
def official(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    if not OFFICIAL.is_dir():
        pytest.skip("the official files are not at hand")
    shelf = open_shelf(tmp_path_factory.mktemp("releases"))
    for name in FILES:
        shelf.add(OFFICIAL / name)
    for name in SEATTLE:
        shelf.add(OFFICIAL / name, About(release="removals-seattle-2019"))
    return shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(tmp_path / "shelf")
