"""Departures: the public record of deportations.

The main road is `collect → read → resolve → check → record → web`, one package each. Importing
this package loads none of them; import the stage you need::

    from departures.collect import collect
    from departures.read import read
    from departures.resolve import gather
    from departures.check import examine
"""

__version__ = "0.1.0"
