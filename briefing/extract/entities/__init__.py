"""Entities: the people, places, organisations and other things that an article names."""

from briefing.extract.entities.recogniser import recognise

__all__ = ["recognise"]
