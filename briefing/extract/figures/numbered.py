"""Names that hold a number: what is numbered, and which products, indices and roads are called by one."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.words import words

NUMBERED: Final = words("""section row article chapter act flight route highway interstate phase type season episode game level group page
    channel formula model grade class week round day part volume version resolution room gate platform terminal pier
    building apartment apt suite unit block ward district zone area sector line bus train number title proposition prop
    amendment clause paragraph para schedule annex appendix table fig figure item question step stage verse psalm lot hall
    court studio category tier division league heat lane hole turn mission expedition checkpoint battalion regiment
    squadron brigade highway freeway road street avenue boulevard junction exit motorway rte bill rule regulation
    directive order decree case docket cell cabin reactor mk mark gen size shade series form sura surah canto sonata
    symphony opus op act scene bed box card count ch channel code convention covenant protocol pub quatrain radio track
    tram lift floor hangar runway field camp precinct engine ladder truck squad no nos section § plate serial isbn issn
    session seed pool grid tank booth window vol edition issue century sol apollo soyuz progress
    expo cop agenda vision olympics euro euros worlds windows iphone ipad galaxy pixel playstation xbox ios android
    watch macos covid area studio catch top under generation super""")
"""Nouns that a number behind them names and does not count."""
NUMBERED_IN_LOWER_CASE: Final = words("""section row article chapter flight route highway phase type season episode page channel grade version room gate
    platform terminal apartment suite ward district zone paragraph clause figure item question step stage category tier
    level round day week part volume resolution number class formula model game group track junction exit lane heat
    bus line unit block form rule iphone ipad galaxy pixel windows covid under""")

INDICES: Final = words("""s&p sp fortune forbes ftse nasdaq russell nikkei dax cac dow stoxx eurostoxx asx tsx ibex csi kospi topix smi omx
    bse sensex nifty mib aex euronext hot billboard wilshire psi bel atx hang seng ta tel-aviv wig jse set jakarta lq iseq
    boeing airbus bombardier embraer cessna antonov tupolev ilyushin sukhoi mikoyan porsche peugeot ferrari mazda bmw
    audi mercedes fiat lexus volvo renault chrysler ford nissan toyota honda hyundai kia land rover jaguar bentley
    mclaren lamborghini nokia blackberry huawei xiaomi oneplus redmi nintendo atari commodore intel ryzen core radeon
    geforce rtx gtx snapdragon kirin exynos nvidia amd apple web industry society channel bbc itv espn sky radio cnn
    un unsc iso cop g ufc wrestlemania nfl nba d.c. interstate us u.s. i a m sr ohio cr hwy rt""")
"""Names that a bare number follows: indices, makers of aircraft, cars and telephones."""

MODEL_NUMBERS: Final = words(
    "707 717 727 737 747 757 767 777 787 300 310 319 320 321 330 340 350 380 911 918 500 350 365 360 401"
)
AFTER_A_NAME: Final = words("""pro max plus ultra dreamliner series bc ad bce ce edition review mini lite se gt index composite
    max's jet jets jetliner airliner street road avenue boulevard lane drive st rd ave blvd""")
STREETS: Final = words(
    "street road avenue boulevard lane drive court place square way terrace crescent st rd ave blvd dr ln highway parkway"
)

NO_COMPOUND: Final = words("""way off time sided star stars wheel wheeled wheeler tier armed handed legged faced headed dimensional fold on
    piece liner sum tolerance to nighter hander footer eyed horse nil all some something odd ish stop size step track hit
    based led only up upmanship down in out for by first second third fifth half quarter
    pronged fold tone touch class word ply pin speed string stringed tail spot note letter digit digits figure figures
    ring alarm bell""")
"""What makes a number before a hyphen part of a word: "one-way", "two-tier", "double-digit"."""
COMPOUND_NOUNS: Final = words("""member man person woman strong seat bedroom room storey story page game match vote run goal nation country seater
    cylinder door lap team part volume episode wicket shot judge engine vehicle bed acre gun car ship truck plane crew
    party point yard item question song track date race set strokes stroke test fight round bout justice stop city town
    county state house unit family child kid officer soldier troop fighter ton piece""")
"""What is counted before a noun: "a 12-member panel", "the 400-strong crowd"."""
