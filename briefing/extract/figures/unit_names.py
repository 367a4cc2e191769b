"""Units of measure: every way of writing one, and its English name in the singular."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.words import words

WORDS: Final[dict[str, str]] = {}
"""Whole words, in lower case and in singular and plural, of one token or of several parted by a space."""
GLUED: Final[dict[str, str]] = {}
"""Short forms as they are written when they touch the digits; case tells MW from mW."""
SPACED: Final[dict[str, str]] = {}
"""Short forms that are units after a space as well."""

TIME: Final = words(
    """second minute hour day night week weekend fortnight month quarter year decade century millennium
    millisecond microsecond nanosecond"""
)

OF_MEANS_OTHER: Final = frozenset({"point", "stone", "degree", "yard", "cylinder"})
"""Units whose names mean something else with "of" behind them: "points of view"."""

_PLAIN: Final = """
percent: percents|per cent|pct|per cents
percentage point: percentage points|percent point|percent points|per cent points|pct points|pp|ppt|ppts
basis point: basis points|bps|bp
degree: degrees
degree Celsius: degrees celsius|degree celsius|celsius|degrees centigrade|degree centigrade|centigrade|degrees c|degree c
degree Fahrenheit: degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|degree f
kelvin: kelvins
kilometre: kilometres|kilometer|kilometers|km|kms
metre: metres|meter|meters|mtr|mtrs
centimetre: centimetres|centimeter|centimeters|cm|cms
millimetre: millimetres|millimeter|millimeters|mm
micrometre: micrometres|micrometer|micrometers|micron|microns|μm|µm
nanometre: nanometres|nanometer|nanometers
mile: miles
nautical mile: nautical miles|nmi
light year: light years|light-year|light-years|lightyear|lightyears
astronomical unit: astronomical units
foot: feet|ft
inch: inches
yard: yards|yds|yd
fathom: fathoms
furlong: furlongs
kilogram: kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs
gram: grams|gramme|grammes
milligram: milligrams|mg
microgram: micrograms|mcg|μg|µg
tonne: tonnes|metric ton|metric tons|metric tonne|metric tonnes
ton: tons|short ton|short tons|long tons
kilotonne: kilotonnes|kiloton|kilotons
megatonne: megatonnes|megaton|megatons
gigatonne: gigatonnes|gigaton|gigatons
pound: pounds|lb|lbs
ounce: ounces|oz
stone: stones
carat: carats|karat|karats
litre: litres|liter|liters|ltr|ltrs
millilitre: millilitres|milliliter|milliliters|ml
centilitre: centilitres|centiliter|centiliters|cl
gallon: gallons|gal|gals|us gal|us gallons|imperial gallons
pint: pints
quart: quarts
barrel: barrels|bbl|bbls
bushel: bushels
cubic metre: cubic metres|cubic meter|cubic meters|cu m
cubic foot: cubic feet|cu ft
cubic centimetre: cubic centimetres|cubic centimeter|cubic centimeters|cc
cubic kilometre: cubic kilometres|cubic kilometer|cubic kilometers
cubic inch: cubic inches
cubic yard: cubic yards
cubic mile: cubic miles
acre: acres
hectare: hectares
square foot: square feet|sq ft|sqft|sq. ft.|sq feet|sq foot
square metre: square metres|square meter|square meters|sq m|sqm|sq metres|sq meters
square kilometre: square kilometres|square kilometer|square kilometers|sq km|sq kms|sqkm
square mile: square miles|sq mi|sq miles|sq mile
square inch: square inches
square yard: square yards|sq yd|sq yards
mile per hour: miles per hour|mph|miles an hour|mile an hour
kilometre per hour: kilometres per hour|kilometers per hour|kilometer per hour|kph|kmh|kmph|km / h|kms / h|kilometres an hour|kilometers an hour|km per hour|km / hr
metre per second: metres per second|meters per second|meter per second|m / s
knot: knots|kts
mile per gallon: miles per gallon|mpg
revolution per minute: revolutions per minute|rpm
beat per minute: beats per minute|bpm
horsepower: hp|horse power|metric horsepower
brake horsepower: bhp
watt: watts
kilowatt: kilowatts|kw
megawatt: megawatts|mw
gigawatt: gigawatts|gw
terawatt: terawatts|tw
watt hour: watt hours|watt-hours|watt-hour|wh
kilowatt hour: kilowatt hours|kilowatt-hours|kilowatt-hour|kwh
megawatt hour: megawatt hours|megawatt-hours|megawatt-hour|mwh
gigawatt hour: gigawatt hours|gigawatt-hours|gigawatt-hour|gwh
terawatt hour: terawatt hours|terawatt-hours|terawatt-hour|twh
joule: joules
kilojoule: kilojoules|kj
megajoule: megajoules|mj
gigajoule: gigajoules|gj
calorie: calories
kilocalorie: kilocalories|kcal|kcals
british thermal unit: british thermal units|btu|btus
volt: volts
kilovolt: kilovolts|kv
ampere: amperes|amp|amps
milliampere: milliamperes|milliamp|milliamps
milliampere hour: mah|milliamp hours|milliamp-hours
ohm: ohms
hertz: hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
terahertz: thz
decibel: decibels|dba
newton: newtons
newton metre: newton metres|newton meter|newton meters|newton-metres|newton-metre|newton-meters|nm
kilonewton: kilonewtons|kn
pound-foot: pound-feet|lb-ft|lb ft|lbft|pound feet|pounds-feet|pound foot|ft-lb|ft lb|foot-pounds|foot-pound|foot pounds|ft-lbs|lbs-ft
pascal: pascals
hectopascal: hectopascals|hpa
millibar: millibars
pound per square inch: psi|pounds per square inch
byte: bytes
kilobyte: kilobytes|kb
megabyte: megabytes
gigabyte: gigabytes|gb
terabyte: terabytes|tb
petabyte: petabytes|pb
exabyte: exabytes
megabit: megabits
gigabit: gigabits
megabit per second: megabits per second|mbps|mb / s|mbit / s
gigabit per second: gigabits per second|gbps|gb / s
kilobit per second: kilobits per second|kbps
megapixel: megapixels|mp
pixel: pixels
lumen: lumens
candela: candelas
sievert: sieverts
millisievert: millisieverts|msv
microsievert: microsieverts
becquerel: becquerels
part per million: parts per million|ppm
part per billion: parts per billion|ppb
g-force: g-forces
second: seconds|sec|secs
millisecond: milliseconds
microsecond: microseconds
nanosecond: nanoseconds
minute: minutes|min|mins
hour: hours|hr|hrs
day: days
night: nights
week: weeks|wk|wks
quarter: quarters
fortnight: fortnights
weekend: weekends
month: months|mth|mths
year: years|yr|yrs
decade: decades
century: centuries
millennium: millennia|millenniums
point: points|pts|pt
cent: cents
penny: pence|pennies
bitcoin: bitcoins|btc
gauge:
gauss:
frame per second: frames per second
tablespoon: tablespoons|tbsp
teaspoon: teaspoons|tsp
magnitude:
cylinder: cylinders|cyl|cyls
"""

_SHORT: Final = """
metre: m
gram: g
volt: V
watt: W
litre: l|L
inch: in|″
hour: h
penny: p
nanometre: nm
newton metre: Nm|N⋅m|N·m
megawatt: MW
milliwatt: mW
gigawatt: GW
terawatt: TW
kilowatt: kW
megabyte: MB
megabit: Mb
gigabit: Gb
kilobit: Kb
megahertz: MHz
hectare: ha
mile: mi
cent: c|¢
kelvin: K
minute: min
percent: pc|%
horsepower: PS|ps|hp|HP|cv
brake horsepower: bhp
tonne: t
kilometre: km
kilovolt: kV
kilopascal: kPa
megapascal: MPa
gigapascal: GPa
millibar: mb
megapixel: MP|mp
milliampere hour: mAh
ampere hour: Ah
volt ampere: VA
kilonewton: kN
newton: N
gram per kilometre: g/km
terabyte: TB
gigabyte: GB
kilobyte: kB|KB
decibel: dB
joule: J
megatonne: Mt
gigatonne: Gt
kilotonne: kt
cubic centimetre: cc
frame per second: fps
dot per inch: dpi
pixel per inch: ppi
year: y|yo|yr
"""
_SHORT_ANYWHERE: Final = words(
    "% pc PS HP hp bhp MW mW GW TW kW kV MB Mb Gb TB GB kB KB MHz Nm km dB kN mAh kPa MPa GPa Ah nm MP m g l V W s fps dpi ppi ha cc Mt Gt min"
)

_SURE_IN_SMALL: Final = frozenset(
    [
        "W",
        "MB",
        "GB",
        "TB",
        "KB",
        "MHz",
        "kW",
        "GW",
        "MW",
        "MP",
        "dB",
        "kN",
        "Nm",
        "V",
        "L",
        "PS",
        "HP",
        "kV",
        "mAh",
        "Ah",
        "J",
    ]
)
SMALL_GLUED: Final[dict[str, str]] = {}
"""Short forms as they are written where a text has no capital letters."""


def _read() -> None:
    for line in _PLAIN.strip().splitlines():
        name, _, forms = line.partition(":")
        WORDS[name.lower()] = name
        for form in forms.strip().split("|"):
            if form:
                WORDS[form] = name
    for line in _SHORT.strip().splitlines():
        name, _, forms = line.partition(": ")
        for form in forms.split("|"):
            GLUED[form] = name
            if form in _SURE_IN_SMALL:
                SMALL_GLUED[form.lower()] = name
            if form in _SHORT_ANYWHERE:
                SPACED[form] = name


_read()
