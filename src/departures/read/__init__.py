"""Reading: a document in, its claims out. Pure: no store, no network, no clock.

The layers, in the order in which they run: `gate` (is this about removals at all?), `page` (tokens,
sentences, quotations), `lexicon` (which words mean what), mentions (`numbers`, `dates`, `places`,
`people`, `speech`), frames (`operations`, `statistics`, `orders`, `agreements`) and `binding`
(which mentions are one thing). Word lists and grammar tables of a language are data files in the
folder of its code (`en/`).
"""

from departures.words import Claim, Document


def read(document: Document) -> list[Claim]:
    """What a document asserts, in the order of its text; nothing where it is about other things."""
    from departures.read.reader import read as read_layers

    return read_layers(document)


__all__ = ["read"]
