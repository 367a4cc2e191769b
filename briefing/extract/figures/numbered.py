"""Names that hold a number: what is numbered, and which products, indices, roads and vehicles are called by one."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.words import words

NUMBERED: Final = words(
    """section row article chapter act flight route highway interstate phase type season episode game level group page
    channel formula model grade class week round day part volume version resolution room gate platform terminal pier
    building apartment apt suite unit block ward district zone area sector line bus train number title proposition prop
    amendment clause paragraph para schedule annex appendix table fig figure item question step stage verse psalm lot
    hall court studio category tier division league heat lane hole turn mission expedition checkpoint battalion regiment
    squadron brigade freeway road street avenue boulevard junction exit motorway rte bill rule regulation directive
    order decree case docket cell cabin reactor mk mark gen size shade series form surah canto sonata symphony opus op
    scene box ch code convention covenant protocol radio track tram floor hangar runway field camp precinct engine
    ladder squad no nos plate serial isbn issn session grid tank booth window vol edition issue century expo cop agenda
    vision olympics euro windows iphone ipad galaxy pixel playstation xbox ios android macos covid catch top under
    generation super apollo soyuz artemis voyager pioneer gemini starship falcon ariane sputnik hurricane storm film
    movie chapters sections articles flights rooms pages phases gates lanes routes highways paragraphs lines no. pt milepost"""
)
"""Nouns that a number behind them names and does not count, when they have a capital letter."""
NUMBERED_IN_LOWER_CASE: Final = words(
    """section row article chapter flight route highway phase type season episode page channel grade version room gate
    platform terminal apartment suite ward district zone paragraph clause figure item question step stage category tier
    level round day week part volume resolution number class formula model game group track junction exit lane heat
    bus line unit block form rule iphone ipad galaxy pixel windows covid ios ipados macos watchos tvos ebay error image photo slide picture articles sections rooms pages flights
    lanes highways"""
)
"""Those that are written small as well."""

INDICES: Final = words(
    """s&p sp fortune forbes ftse nasdaq russell nikkei dax cac dow stoxx eurostoxx asx tsx ibex csi kospi topix smi omx
    bse sensex nifty mib aex euronext hot billboard wilshire psi bel atx seng wig jse lq iseq msci barra"""
)
"""Lists and indices that are called by how many they hold."""
INDEX_SIZES: Final = words(
    "10 20 25 30 35 40 42 45 50 60 70 75 80 100 101 120 150 200 225 250 300 350 400 500 600 800 1000 2000 3000 5000"
)
MAKERS: Final = words(
    """boeing airbus bombardier embraer cessna antonov tupolev ilyushin sukhoi porsche peugeot ferrari mazda bmw audi
    mercedes fiat lexus volvo renault chrysler nokia blackberry huawei xiaomi oneplus redmi nintendo atari commodore
    ryzen radeon geforce rtx gtx snapdragon kirin exynos web industry society bbc itv espn sky unsc iso interstate ufc
    wrestlemania nfl kindle surface gopro hero garmin fitbit"""
)
"""Makers and series whose products are called by a number."""
INITIALS: Final = words("g f m b c d e h j k l n o p q r s t u v w x y z us sr un ta am fm cr hwy rt hb sb dc md")
"""Capital letters that roads, laws and machines bear before their number: "M 25", "US 101"."""

MODEL_NUMBERS: Final = words(
    "707 717 727 737 747 757 767 777 787 300 310 319 320 321 330 340 350 380 911 918 500 360 365 401"
)
AFTER_A_NAME: Final = words(
    """pro plus ultra dreamliner bc ad bce ce b.c. a.d. edition lite se gt index composite jet jets jetliner airliner
    max's dreamliners"""
)
STREETS: Final = words(
    """street road avenue boulevard lane drive court place square terrace crescent st rd ave blvd dr ln parkway
    broadway"""
)
EMERGENCY_NUMBERS: Final = words("911 999 112 101 110 119")
CALLS: Final = words(
    """call calls caller callers operator operators dispatcher dispatchers dispatch center centre called dial dialed
    dialled calling hotline"""
)

COMPOUND_NOUNS: Final = words(
    """member man person woman strong seat bedroom room storey story page game match vote run goal nation country seater
    cylinder door lap team part volume episode wicket shot judge engine vehicle bed acre gun car ship truck plane crew
    party candidate speed state term count nation club horse item question song set test fight round bout justice stop city town county house unit family child kid
    officer soldier troop fighter ton piece bathroom bath course plate truck wagon gallon hectare pointer pointers seats screen store bit"""
)
"""What is counted before a noun: "a 12-member panel", "the 400-strong crowd"."""
