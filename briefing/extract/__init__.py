"""Article -> found things: a package for each kind of finding.

Each offers one function, `recognise(found: Analysis) -> Analysis`: it returns `found` with its own kind
filled in. It may look at what the earlier ones found; it never imports them.
"""
