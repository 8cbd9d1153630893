"""Reading: a document in, its claims out. Pure: no store, no network, no clock.

The layers, in the order in which they run: `gate` (is this about removals at all?), `page` (tokens,
sentences, quotations), `lexicon` (which words mean what), mentions (`numbers`, `dates`, `places`,
`people`, `speech`), frames (`operations`, `statistics`, `orders`, `agreements`) and `binding`
(which mentions are one thing). Word lists and grammar tables of a language are data files in the
folder of its code (`en/`).
"""

from departures.read.reader import read

__all__ = ["read"]
