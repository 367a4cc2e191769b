"""The command line: arguments in, the screen or printed lines out."""

from briefing.late import sparing

with sparing():
    from briefing.late_parts import making_late

    with making_late():
        from briefing.cli.program import main

__all__ = ["main"]
