"""Sentences made from grammar and lists, for tests that compare two readings with each other."""

from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st

from departures.reading import read_document
from departures.words import Count, Document, Operation, Reading

PUBLISHED = date(2025, 5, 15)
CONTEXT = " All of them had been refused asylum."
"""Said after a sentence, so that the text is plainly about removals."""

ORIGINS = {
    "Germany": "DE",
    "Sweden": "SE",
    "Austria": "AT",
    "France": "FR",
    "Poland": "PL",
    "Norway": "NO",
    "Cyprus": "CY",
    "the Netherlands": "NL",
    "the United States": "US",
}
DESTINATIONS = {
    "Tashkent": ("UZ", "Uzbek"),
    "Tbilisi": ("GE", "Georgian"),
    "Kabul": ("AF", "Afghan"),
    "Baghdad": ("IQ", "Iraqi"),
    "Tirana": ("AL", "Albanian"),
    "Dhaka": ("BD", "Bangladeshi"),
    "Lagos": ("NG", "Nigerian"),
    "Bogotá": ("CO", "Colombian"),
    "Quito": ("EC", "Ecuadorian"),
    "Yerevan": ("AM", "Armenian"),
    "Islamabad": ("PK", "Pakistani"),
}
CARRIERS = ("Freebird Airlines", "Eurowings", "Titan Airways", "Uzbekistan Airways", "SmartLynx")
DAYS = ("on April 30", "on 3 March", "on Tuesday", "on Monday", "yesterday", "on April 2, 2025")
COMING = ("tomorrow", "next week", "on Friday", "on June 4")


class Facts(NamedTuple):
    """One movement, as a sentence is to tell it."""

    origin: str
    city: str
    people: int
    day: str
    coming: str
    carrier: str

    def told(self, template: str, count: str | None = None) -> str:
        """The sentence of a template, with a capital letter first."""
        sentence = template.format(
            origin=self.origin,
            city=self.city,
            people=DESTINATIONS[self.city][1],
            count=count or f"{self.people:,}",
            day=self.day,
            coming=self.coming,
            carrier=self.carrier,
        )
        return sentence[0].upper() + sentence[1:]


facts = st.builds(
    Facts,
    st.sampled_from(sorted(ORIGINS)),
    st.sampled_from(sorted(DESTINATIONS)),
    st.integers(2, 4000),
    st.sampled_from(DAYS),
    st.sampled_from(COMING),
    st.sampled_from(CARRIERS),
)


def reading(text: str, published: date | None = PUBLISHED) -> Reading:
    """What the reader makes of a text."""
    return read_document(Document.of(text, published=published))


def operations(text: str, published: date | None = PUBLISHED) -> list[dict[str, object]]:
    """The operations of a text without their words: what they say, in an order of its own."""
    return sorted(map(_said, reading(text, published).operations), key=str)


def _said(operation: Operation) -> dict[str, object]:
    when, count = operation.date, operation.count
    return {
        "modality": operation.modality,
        "date": when and (when.earliest, when.latest),
        "origin": operation.origin and operation.origin.country,
        "destination": operation.destination and operation.destination.name,
        "country": operation.destination and operation.destination.country,
        "count": count and bounds(count),
        "nationalities": sorted(held.country for held in operation.nationalities),
        "carrier": operation.carrier and operation.carrier.name,
    }


def bounds(count: Count) -> tuple[int | None, int | None, bool]:
    """A count without its words."""
    return count.lower, count.upper, count.approximate


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """A number below a million in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {spelled(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joined = " and " if rest < 100 else " "
    return f"{spelled(thousands)} thousand" + (joined + spelled(rest) if rest else "")
