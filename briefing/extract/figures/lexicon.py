"""Classes of words that the rules ask for: function words, verbs, nouns that names are numbered with."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words

FUNCTION_WORDS: Final = words("""a an the this that these those my your his her its our their whose some any no every each either neither both all
    and or but nor so yet if unless although though because since as than whether while when where why how what which who
    whom of in on at to from for by with without within into onto out off over under up down about above below across
    after against along amid among around before behind beneath beside besides between beyond despite during except
    inside like near outside past per round through throughout till toward towards until upon via versus vs
    i you he she it we they me him us them myself himself herself itself ourselves themselves
    is are was were be been being am has have had having do does did doing will would shall should can could may might
    must ought cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
    not never there here then thus hence also too very only just even still already again ever once soon later earlier ago
    together apart else instead however meanwhile moreover therefore respectively overall alone nearby abroad
    worldwide nationwide annually now today tomorrow yesterday tonight
    someone anyone everyone somebody anybody everybody nobody aboard
    including excluding following according due compared plus minus such rather quite well almost nearly more less fewer
    most least many much few several enough twice half higher lower""")
"""Words that no noun phrase goes on with behind a number."""

VERBS: Final = words("""said says say saying told tells tell added adds asks asked asking wants wanted went gone goes go came come comes
    coming took taken takes take gave given gives give made makes make got gets get found finds find saw seen sees see
    knew known knows know thought thinks think died dies die dead died killed injured wounded hurt kept keeps keep left
    leaves leave let lets put puts set sets run ran runs stood stands stand sat lay lies lost loses lose won wins win paid
    pays pay met meets meet led leads lead held holds hold brought brings bring bought buys buy built builds build sent
    sends send spent spends spend fell falls fall rose rises rise grew grows grow began begins begin became becomes become
    broke breaks break spoke speaks speak wrote writes write drove drives drive ate fled flees flee fought fights fight
    seems seem seemed appears appear appeared remains remain remained includes include included needs need needed
    works worked work lives live lived helps help helped shows show showed shown means mean meant uses used use called
    calls call ended ends start starts started ended reaches reach reached requires require required provides provide
    provided allows allow allowed continues continue continued happens happened happen escaped escapes escape survived
    survive survives joined joins join signed voted votes arrived arrives arrive face faces faced worth looks look looked
    believe believes believed expect expects expected turned turns turn hit hits struck strikes strike tested test tests
    marched gathered fired claimed claims charged arrested detained deployed missing trapped stranded displaced evacuated
    rescued hospitalised hospitalized treated affected infected vaccinated registered recorded reported confirmed
    tore swept blew flew shook threw drew woke chose wore bore swore froze stole rode rang sang swam spun stuck slept
    felt dealt bent lent shot bled taught caught sought forgot forgave sank drank laid rained poured snowed burst swung
    crept wept shed beat bit hid slid
    scheduled planned according cost costs sold sells sell ranges ranging available
    weighs measures closes opens handles boasts packs delivers produces brings serves tops becomes sprints accelerates
    driven chosen written stolen hidden eaten beaten broken frozen spoken worn torn sworn born done shown thrown drawn
    starting""")
"""Forms of verbs, and words used like them, that end a noun phrase behind a number, unless they begin it."""

ADJECTIVE_ENDS: Final = tuple(words("al ive ous ic ful less able ible ish ant ary ern ese ent ian an"))
ADJECTIVES: Final = words("""new old young big small large great good bad major minor top main key senior junior former current recent early late
    long short high low full empty single double different separate other similar same next last first straight
    consecutive successive additional extra further unarmed armed dead alleged suspected wounded injured missing unnamed
    male female public private free real true wild rare fresh huge tiny giant whole open close hot cold warm dry wet hard
    soft strong weak rich poor black white red blue green yellow brown grey gray dark light heavy deep wide broad narrow
    thick thin fast slow safe dangerous foreign domestic local regional national international global federal military
    civilian nuclear electric digital mobile solar straight outstanding pending bright quick simple complete entire
    particular special specific certain possible likely total net gross average further best worst biggest largest
    smallest tall thick clear north south east west northeast northwest southeast southwest
    away home monthly weekly daily yearly nightly hourly own total combined overall oldest youngest richest longest fewest highest lowest newest latest""")

NOUNS_IN_LY: Final = words(
    "family assembly supply monopoly butterfly anomaly subassembly homily firefly grizzly ally rally reply"
)
NOUNS_IN_ING: Final = words(
    """lightning building meeting training shooting bombing killing wedding parking housing shipping trading banking mining
    farming fishing morning evening ceiling feeling drawing painting spring hearing filing warning ruling finding offering
    listing crossing landing sighting beheading hanging stabbing kidnapping mailing booking opening setting clothing
    nothing something anything everything being string king wing ring hundred indeed breed screening outing briefing
    gathering posting savings earnings"""
)
NAMES_TOO: Final = frozenset({"us", "it"})
SHORTEST_ADJECTIVE: Final = 6
"""Shorter words with the ending of an adjective are nouns: man, plan, fire."""

IRREGULAR_PLURALS: Final = words("""people men women children police personnel troops staff cattle sheep deer fish aircraft spacecraft hovercraft
    feet teeth geese mice lives wives knives wolves halves media data criteria phenomena crew policemen policewomen
    servicemen servicewomen firemen fishermen gunmen congressmen congresswomen businessmen businesswomen militiamen
    infantrymen workmen salesmen spokesmen clergymen countrymen craftsmen horsemen seamen airmen marines offspring
    livestock species series headquarters barracks means poultry salmon shrimp trout swine bison moose fruit
    percent alumni fungi bacteria oxen grandchildren schoolchildren stepchildren schoolgirls folk kin youth""")
NOT_PLURALS: Final = words("""is was has does this us its his as yes always perhaps thus plus less unless across versus besides towards
    afterwards business news politics economics athletics physics mathematics gas bus virus status campus crisis basis
    analysis process access success progress congress loss mass class glass grass cross boss dress press stress
    address witness illness fitness wilderness bass brass chess mess pass guess princess goddess hostess christmas
    texas paris honduras cyprus laos netherlands philippines mercedes tennis census consensus genius bonus focus corpus
    coronavirus surplus apparatus chorus circus nexus prospectus previous various serious dangerous famous religious
    continuous""")

MONTHS: Final = words(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec"""
)
WEEKDAYS: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)

PEOPLE: Final = words("""people person civilian child woman man boy girl soldier troop officer policeman policewoman firefighter fighter
    militant rebel insurgent terrorist gunman attacker hostage prisoner detainee refugee migrant protester demonstrator
    worker employee staff student pupil teacher patient passenger driver pilot sailor marine crew member victim survivor
    casualty resident villager tourist worshipper journalist reporter doctor nurse medic official guard suspect resident
    citizen personnel servicemember servicewoman serviceman american palestinian israeli ukrainian russian syrian iraqi
    iranian afghan briton adult teenager baby infant family household miner farmer fisherman fishermen voter supporter fan
    inmate contractor peacekeeper policemen men women children others other life""")
"""Whom a report counts, in the singular."""


def is_function_word(tokens: Tokens, at: int) -> bool:
    """Return whether a token is a function word; "US" and "IT" in capitals are names."""
    word = tokens.low[at]
    return word in FUNCTION_WORDS and not (word in NAMES_TOO and tokens.word(at).isupper())


def is_plural(word: str) -> bool:
    """Return whether a word in lower case looks like the plural of a noun."""
    if word in IRREGULAR_PLURALS:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in NOT_PLURALS
    )


def is_adjective(word: str) -> bool:
    """Return whether a word in lower case looks like an adjective or a participle."""
    if len(word) < SHORTEST_ADJECTIVE:
        return word in ADJECTIVES
    return word in ADJECTIVES or word.endswith(ADJECTIVE_ENDS) or is_participle(word) or is_adverb(word)


def is_adverb(word: str) -> bool:
    """Return whether a word in lower case looks like an adverb."""
    return len(word) >= SHORTEST_ADJECTIVE and word.endswith("ly") and word not in NOUNS_IN_LY


def is_participle(word: str) -> bool:
    """Return whether a word in lower case looks like a participle."""
    return len(word) >= SHORTEST_ADJECTIVE and word.endswith(("ed", "ing")) and word not in NOUNS_IN_ING


def is_gerund(word: str) -> bool:
    """Return whether a word in lower case looks like a gerund."""
    return len(word) >= SHORTEST_ADJECTIVE and word.endswith("ing") and word not in NOUNS_IN_ING


def singular(word: str) -> str:
    """Return a noun in lower case in the singular, near enough to look it up."""
    if word in {"men", "women", "children", "people", "lives", "feet"}:
        return {
            "men": "man",
            "women": "woman",
            "children": "child",
            "people": "person",
            "lives": "life",
            "feet": "foot",
        }[word]
    if not is_plural(word) or word in IRREGULAR_PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
