"""Frames written down as claims of the vocabulary.

Values are handed over as plain fields, so that the vocabulary makes and checks a whole claim in one
go. Invariant: every span is cut from the document's own text.
"""

from collections.abc import Sequence
from datetime import date

from departures.read.agencies import AgencyHit
from departures.read.carriers import CarrierHit
from departures.read.dates import When
from departures.read.frames.agreements import AgreementFrame
from departures.read.frames.drafts import Draft, Payer
from departures.read.frames.orders import Name, OrderFrame
from departures.read.frames.statistics import Figure
from departures.read.lexicon import Hit
from departures.read.numbers import Number
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Scene
from departures.read.speech import Utterance
from departures.words import (
    AgreementClaim,
    OperationClaim,
    OrderClaim,
    Span,
    StatementClaim,
    StatisticClaim,
    claim_id,
)
from departures.words.countries import country_name

Fields = dict[str, object]
"""A value of the vocabulary by the names of its fields."""


class Writer:
    """Writes the claims of one document."""

    def __init__(self, document: str, scene: Scene, reader: str) -> None:
        self.document = document
        self.scene = scene
        self.text = scene.page.text
        self.reader = reader

    def words(self, start: int, end: int) -> Fields:
        """The fields of the document's own words."""
        return {"start": start, "end": end, "text": self.text[start:end]}

    def named_words(self, start: int, end: int, name: str) -> Fields:
        """The document's own words with the name that they stand for."""
        return {"start": start, "end": end, "text": self.text[start:end], "name": one_line(name)}

    def span(self, start: int, end: int) -> Span:
        """The document's own words."""
        return Span(start=start, end=end, text=self.text[start:end])

    def quote(self, first: int, last: int) -> Span:
        """The words of tokens `first`…`last`, without line ends at either side."""
        page = self.scene.page
        while last > first + 1 and page.words[last - 1][0] == "\n":
            last -= 1
        while first < last - 1 and page.words[first][0] == "\n":
            first += 1
        return self.span(page.starts[first], page.ends[last - 1])

    def operation(self, draft: Draft, movement: int) -> OperationClaim:
        """A draft that is bound to a movement."""
        quote = self.quote(draft.first, draft.last)
        count = self.count(draft.group.number) if draft.group else None
        place = self.place(draft.destination)
        bounds, country = count and (count["lower"], count["upper"]), place and place["country"]
        core = f"{movement}/{bounds}/{country}"
        return OperationClaim.model_validate(
            {
                "id": claim_id(self.document, "operation", quote, core),
                "document": self.document,
                "quote": quote,
                "asserted_by": self.speaker(draft.speech),
                "modality": draft.modality,
                "reader": self.reader,
                "movement": movement,
                "act": draft.act,
                "date": self.date(draft.date),
                "origin": self.place(draft.origin),
                "destination": place,
                "via": self.places(draft.via),
                "onward": self.places(draft.onward),
                "mode": draft.mode,
                "carrier": self.party(draft.carrier),
                "funder": self.party(draft.funder),
                "agency": self.party(draft.agency),
                "count": count,
                "flights": self.count(draft.flights.number) if draft.flights else None,
                "nationalities": self.nationalities(draft),
                "authority": self.named(draft.authority),
            }
        )

    def statistic(self, figure: Figure) -> StatisticClaim:
        """A figure about many."""
        quote = self.quote(figure.first, figure.last)
        number = figure.number
        core = f"{figure.measure}/{number.start}/{number.lower}/{number.upper}"
        return StatisticClaim.model_validate(
            {
                "id": claim_id(self.document, "statistic", quote, core),
                "document": self.document,
                "quote": quote,
                "asserted_by": self.speaker(figure.speech),
                "modality": figure.modality,
                "reader": self.reader,
                "measure": figure.measure,
                "count": self.count(number),
                "population": _codes(figure.population),
                "origin": _codes(figure.origin),
                "destination": _codes(figure.destination),
                "period": self.date(figure.period),
                "agency": self.party(figure.agency),
            }
        )

    def order(self, order: OrderFrame) -> OrderClaim:
        """What a court did."""
        quote = self.span(order.start, order.end)
        return OrderClaim.model_validate(
            {
                "id": claim_id(self.document, "order", quote, order.effect),
                "document": self.document,
                "quote": quote,
                "asserted_by": self.speaker(self.scene.said(order.first)),
                "reader": self.reader,
                "court": self.bench(order.court),
                "judge": self.bench(order.judge),
                "case": self.bench(order.case),
                "docket": self.bench(order.docket),
                "date": self.date(order.date),
                "effect": order.effect,
                "subject": self.words(*order.subject) if order.subject else None,
                "challenge": order.challenge,
            }
        )

    def bench(self, name: Name | None) -> Fields | None:
        """A court, a judge, a case or a docket by the words that name it."""
        return self.named_words(*name) if name is not None else None

    def agreement(self, told: AgreementFrame) -> AgreementClaim:
        """An arrangement between governments."""
        quote = self.span(told.start, told.end)
        core = "/".join(sorted(country for _, _, _, country in told.parties))
        return AgreementClaim.model_validate(
            {
                "id": claim_id(self.document, "agreement", quote, core),
                "document": self.document,
                "quote": quote,
                "asserted_by": self.speaker(self.scene.said(told.first)),
                "modality": told.modality,
                "reader": self.reader,
                "parties": tuple(
                    {**self.named_words(start, end, name), "country": country}
                    for start, end, name, country in told.parties
                ),
                "what": self.words(*told.what) if told.what else None,
                "date": self.date(told.date),
                "terms": tuple(self.words(*term) for term in told.terms),
            }
        )

    def statement(self, utterance: Utterance) -> StatementClaim:
        """A stretch of speech."""
        quote = self.span(utterance.start, utterance.end)
        return StatementClaim.model_validate(
            {
                "id": claim_id(self.document, "statement", quote, utterance.speaker),
                "document": self.document,
                "quote": quote,
                "asserted_by": self.speaker(utterance),
                "reader": self.reader,
            }
        )

    def speaker(self, utterance: Utterance | None) -> Fields | None:
        """Who said it."""
        if utterance is None:
            return None
        role, organization = utterance.role, utterance.organization
        return {
            "speaker": one_line(utterance.speaker),
            "role": role and one_line(role),
            "organization": organization and one_line(organization),
            "manner": utterance.manner,
            "start": utterance.speaker_start,
            "end": utterance.speaker_end,
        }

    def count(self, number: Number) -> Fields:
        """How many."""
        return {
            "start": number.start,
            "end": number.end,
            "text": self.text[number.start : number.end],
            "lower": number.lower,
            "upper": number.upper,
            "approximate": number.approximate,
        }

    def date(self, when: When | None) -> Fields | None:
        """When; a period that is still open ends with the day of publication."""
        if when is None:
            return None
        earliest, latest = when.earliest, when.latest
        if when.since and earliest and (latest is None or latest == earliest):
            latest = _later(earliest, self.scene.published)
        return {
            "start": when.start,
            "end": when.end,
            "text": self.text[when.start : when.end],
            "earliest": earliest,
            "latest": latest,
            "basis": when.basis,
        }

    def place(self, place: PlaceHit | PeopleHit | AgencyHit | None) -> Fields | None:
        """Where; a country told by its people or its office ("a US charter") by those words."""
        if place is None:
            return None
        country, airport, level = place.country, None, "country"
        if isinstance(place, PlaceHit):
            name, airport, level = place.name, place.airport, place.kind
        else:
            name = country_name(country) if country else self.text[place.start : place.end]
        return {
            **self.named_words(place.start, place.end, name),
            "country": country,
            "airport": airport,
            "level": level,
        }

    def places(self, places: Sequence[PlaceHit | PeopleHit]) -> tuple[Fields | None, ...]:
        """Where it went by or on to."""
        return tuple(self.place(place) for place in places)

    def party(self, payer: Payer | CarrierHit | AgencyHit | None) -> Fields | None:
        """Who."""
        if payer is None:
            return None
        named = self.named_words(payer.start, payer.end, payer.name)
        return {**named, "country": getattr(payer, "country", None)}

    def named(self, hit: Hit | None) -> Fields | None:
        """Words and the name that they stand for."""
        if hit is None:
            return None
        span, sense = self.quote(hit.first, hit.last), hit.sense("authority")
        return self.named_words(span.start, span.end, sense.data["name"] if sense else span.text)

    def nationalities(self, draft: Draft) -> tuple[Fields, ...]:
        """Whose citizens were on board, with their number where it was counted apart."""
        return tuple(
            {
                **self.words(item.start, item.end),
                "country": item.country,
                "count": self._counted_apart(draft, item),
            }
            for item in draft.nationalities
            if item.country
        )

    def _counted_apart(self, draft: Draft, item: PlaceHit | PeopleHit) -> Fields | None:
        for group in draft.line.groups:
            if len(group.countries) == 1 and group.countries[0].first == item.first:
                return self.count(group.number)
        return None


def one_line(name: str) -> str:
    """A name as it is spoken: without the line ends and wide spaces of its document."""
    return " ".join(name.split())


def _codes(countries: list[PeopleHit | PlaceHit] | list[PlaceHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.country for item in countries if item.country))


def _later(first: date, published: date | None) -> date:
    return published if published and published >= first else first
