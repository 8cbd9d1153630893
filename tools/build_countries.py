"""Write `src/departures/words/countries.tsv`: code, English name, whether it takes an article.

    uv run --group gazetteer python tools/build_countries.py

Source: CLDR territory names, as Babel ships them, for the codes of ISO 3166-1 (pycountry) and XK.
"""

import re
from pathlib import Path

import pycountry
from babel import Locale

TARGET = Path(__file__).parent.parent / "src/departures/words/countries.tsv"
ARTICLE = re.compile(
    r"^(United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Congo|Faroe|Falkland|Cook)"
    r"|(Republic|Islands|Territory|Territories|States|Emirates)$"
)


def main() -> None:
    """Write the table."""
    names = Locale("en").territories
    codes = sorted({country.alpha_2 for country in pycountry.countries} | {"XK"})
    rows = ["# code\tname\tarticle; made by tools/build_countries.py from CLDR"]
    for code in codes:
        name = re.sub(r" \(.*\)$", "", names[code]).replace(" & ", " and ")
        name = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo"}.get(
            code, name
        )
        article = "the" if ARTICLE.search(name) or "Republic" in name else ""
        rows.append(f"{code}\t{name}\t{article}")
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
