"""Families of verbs, nouns and adjectives that attribute: a word unseen in training behaves like its family."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_VERBS: Final = {
    "say": "say/said/says/said/saying",
    "tell": "tell/told/tells/told/telling inform notify assure brief remind",
    "state": (
        "state declare remark observe comment note mention add continue elaborate explain clarify reiterate repeat "
        "stress emphasize emphasise underline underscore highlight recount relate articulate express voice air "
        "utter proclaim pronounce detail outline spell recall remember reminisce summarize sum reference specify"
    ),
    "write": (
        "write/wrote/writes/written/writing tweet retweet post blog pen text email caption headline "
        "sign/signed/signs/signed/signing"
    ),
    "reply": (
        "reply respond answer retort counter shoot/shot/shoots/shot/shooting snap/snapped/snaps/snapped/snapping "
        "rejoin echo react interject interrupt chime"
    ),
    "ask": "ask wonder inquire query question grill quiz press challenge probe ponder",
    "argue": (
        "argue contend maintain assert insist claim allege posit theorize reason affirm aver profess purport opine "
        "submit/submitted/submits/submitted/submitting counter protest"
    ),
    "suggest": "suggest imply hint insinuate indicate signal intimate point",
    "speculate": "speculate guess surmise hypothesize muse conjecture mull ponder contemplate wonder",
    "joke": "joke quip jest tease deadpan crack kid",
    "shout": (
        "shout yell scream cry chant exclaim bellow holler roar whisper mutter murmur mumble "
        "sing/sang/sings/sung/singing recite intone thunder bark rant rail"
    ),
    "warn": "warn caution alert threaten scare",
    "urge": (
        "urge call exhort implore beg/begged/begs/begged/begging plead entreat encourage advise recommend counsel "
        "press push demand command order direct instruct require lobby petition appeal request invite enlist "
        "mandate"
    ),
    "promise": (
        "promise vow pledge swear/swore/swears/sworn/swearing guarantee "
        "commit/committed/commits/committed/committing undertake/undertook/undertakes/undertaken/undertaking"
    ),
    "announce": "announce unveil disclose reveal divulge declare release publish issue broadcast introduce launch leak",
    "report": (
        "report cite quote chronicle document/documented/documents/documented/documenting cover record list "
        "describe testify attest depose uncover unearth investigate"
    ),
    "show": (
        "show/showed/shows/shown/showing find/found/finds/found/finding conclude demonstrate prove reveal determine "
        "estimate calculate project predict forecast indicate suggest detect discover establish measure rate rank "
        "poll survey illustrate reflect underscore"
    ),
    "admit": "admit/admitted/admits/admitted/admitting concede acknowledge confess grant own",
    "confirm": "confirm verify certify corroborate authenticate validate",
    "deny": "deny refute rebut/rebutted/rebuts/rebutted/rebutting dispute disavow disclaim contradict repudiate",
    "reject": "reject dismiss decline refuse spurn rebuff ignore discount disregard brush overrule overturn veto",
    "agree": (
        "agree/agreed/agrees/agreed/agreeing concur/concurred/concurs/concurred/concurring accept consent "
        "disagree/disagreed/disagrees/disagreed/disagreeing dissent object differ settle"
    ),
    "call": (
        "call label dub/dubbed/dubs/dubbed/dubbing term brand describe characterize characterise portray depict "
        "paint deem define name refer/referred/refers/referred/referring cast/cast/casts/cast/casting compare liken "
        "equate title declare style nickname frame consider pronounce"
    ),
    "criticise": (
        "criticize criticise condemn denounce decry deplore blast slam/slammed/slams/slammed/slamming rebuke mock "
        "ridicule attack assail lambaste castigate excoriate scold chastise berate deride disparage denigrate "
        "insult taunt belittle bash rip/ripped/rips/ripped/ripping pan/panned/pans/panned/panning vilify "
        "demonize malign lampoon skewer "
        "jab/jabbed/jabs/jabbed/jabbing needle fault admonish reprimand scoff sneer chide upbraid lash "
        "tear/tore/tears/torn/tearing complain grumble gripe vent rail downplay minimize undermine question "
        "doubt pooh-pooh bemoan lament rue smear"
    ),
    "accuse": "accuse blame charge implicate indict fault sue",
    "praise": (
        "praise hail laud applaud commend compliment extol/extolled/extols/extolled/extolling celebrate cheer "
        "salute tout boast brag/bragged/brags/bragged/bragging trumpet champion admire welcome congratulate thank "
        "credit honor honour embrace toast flatter glorify"
    ),
    "support": (
        "support back endorse defend advocate favor favour champion embrace promote side espouse sponsor plead justify"
    ),
    "oppose": "oppose resist protest fight/fought/fights/fought/fighting block object battle condemn resent",
    "think": (
        "think/thought/thinks/thought/thinking believe suppose reckon figure consider deem assume presume suspect "
        "imagine judge view regard see/saw/sees/seen/seeing conclude interpret perceive conceive "
        "understand/understood/understands/understood/understanding rationalize"
    ),
    "know": (
        "know/knew/knows/known/knowing realize realise recognize recognise "
        "understand/understood/understands/understood/understanding learn discover remember "
        "forget/forgot/forgets/forgotten/forgetting hear/heard/hears/heard/hearing notice see/saw/sees/seen/seeing "
        "read/read/reads/read/reading watch witness sense discern"
    ),
    "feel": (
        "feel/felt/feels/felt/feeling fear worry regret enjoy love like hate dislike resent admire care lament "
        "mourn appreciate despise loathe detest dread trust doubt distrust respect mind"
    ),
    "hope": "hope wish expect anticipate await dream/dreamed/dreams/dreamed/dreaming pray yearn long look",
    "want": (
        "want need desire prefer/preferred/prefers/preferred/preferring crave seek/sought/seeks/sought/seeking wish "
        "aspire aim eye yearn"
    ),
    "plan": (
        "plan/planned/plans/planned/planning intend propose aim decide choose/chose/chooses/chosen/choosing "
        "opt/opted/opts/opted/opting resolve determine prepare vow strive try attempt consider weigh contemplate "
        "strategize vie mean/meant/means/meant/meaning"
    ),
    "propose": "propose offer suggest present pitch float tender advance table introduce recommend sketch outline",
    "discuss": (
        "discuss debate talk speak/spoke/speaks/spoken/speaking address negotiate argue chat converse lecture "
        "preach testify deliberate confer/conferred/confers/conferred/conferring consult focus dwell"
    ),
    "mention": (
        "mention cite reference invoke raise quote point allude note name list acknowledge tout "
        "bring/brought/brings/brought/bringing highlight emphasize"
    ),
    "apologise": "apologize apologise thank congratulate sympathize condole greet welcome",
    "seem": "seem appear look sound",
    "persuade": "teach/taught/teaches/taught/teaching advise coach train persuade convince reassure remind lecture",
    "rule": (
        "rule vote decide order find/found/finds/found/finding uphold/upheld/upholds/upheld/upholding sentence "
        "convict judge hold/held/holds/held/holding approve pass ban/banned/bans/banned/banning require appoint "
        "nominate elect sue file allow permit/permitted/permits/permitted/permitting bar/barred/bars/barred/barring "
        "grant prohibit enact authorize repeal abolish"
    ),
    "imagine": (
        "imagine envision foresee/foresaw/foresees/foreseen/foreseeing dream/dreamed/dreams/dreamed/dreaming "
        "envisage predict picture"
    ),
    "give": (
        "give/gave/gives/given/giving make/made/makes/made/making offer issue deliver provide "
        "hold/held/holds/held/holding take/took/takes/taken/taking have/had/has/had/having "
        "send/sent/sends/sent/sending put/put/puts/put/putting lay/laid/lays/laid/laying set/set/sets/set/setting "
        "go/went/goes/gone/going come/came/comes/come/coming raise"
    ),
}
"""Regular verbs by their stem; an irregular one with its five forms: write/wrote/writes/written/writing."""

_NOUNS: Final = {
    "a statement": (
        "statement remark comment speech address testimony interview tweet letter email memo message report post "
        "op-ed essay article column book editorial release announcement declaration press conference transcript "
        "answer response reply reaction question query note quote quotation conversation call briefing filing "
        "lawsuit complaint affidavit ad advertisement video poll survey study finding findings research analysis "
        "data account version story"
    ),
    "a claim": (
        "claim allegation accusation charge assertion argument contention insinuation suggestion implication rumor "
        "rumour theory hypothesis conclusion admission confession acknowledgment acknowledgement denial "
        "confirmation insistence assurance warning threat promise pledge vow commitment prediction forecast "
        "estimate projection explanation excuse lie description depiction portrayal characterization reference "
        "mention recollection revelation disclosure"
    ),
    "a view": (
        "opinion view belief idea notion thought feeling impression sense understanding knowledge assumption "
        "perception consensus conviction doubt skepticism scepticism suspicion theory worldview philosophy stance "
        "position attitude outlook perspective interpretation assessment judgment judgement verdict sentiment faith "
        "confidence trust memory expectation hunch"
    ),
    "a wish": (
        "hope wish desire dream ambition goal aim intention plan proposal policy agenda strategy effort bid push "
        "quest determination willingness refusal reluctance demand request plea appeal call invitation offer "
        "decision choice vote ruling order agreement"
    ),
    "an emotion": (
        "fear concern worry anxiety anger outrage frustration regret disappointment surprise shock delight disgust "
        "alarm enthusiasm interest excitement satisfaction dissatisfaction optimism pessimism obsession sympathy "
        "admiration respect disdain contempt hatred love pride shame"
    ),
    "a reproach": (
        "criticism critique attack condemnation denunciation rebuke insult mockery complaint objection opposition "
        "resistance protest backlash ridicule disapproval rejection dismissal jab barb slur taunt rhetoric threat"
    ),
    "a praise": (
        "praise support endorsement backing defense defence approval applause tribute compliment congratulation "
        "thanks apology advocacy"
    ),
    "a talk": "discussion debate talk talks negotiation negotiations argument dispute dialogue",
}

_ATTITUDES: Final = (
    "worried concerned afraid fearful hopeful confident optimistic pessimistic skeptical sceptical critical certain "
    "sure convinced determined eager willing reluctant unwilling happy glad pleased proud sorry sad angry furious "
    "upset outraged frustrated disappointed surprised shocked stunned alarmed anxious nervous wary aware unaware "
    "supportive dismissive doubtful adamant clear vocal outspoken explicit silent enthusiastic excited grateful "
    "thankful ashamed embarrassed satisfied dissatisfied unhappy uncomfortable interested keen desperate appalled "
    "horrified offended troubled bothered impressed amazed puzzled confused mindful suspicious distrustful cautious "
    "bullish bearish committed dedicated opposed inclined tempted ready set poised open curious undecided unsure "
    "uncertain unconvinced unapologetic apologetic complimentary effusive blunt frank coy mum tight-lipped"
)

_PERSONS: Final = (
    "activist activists administration adviser advisers advisor advisors advocate advocates agency aide aides "
    "allies ally ambassador americans analyst analysts anchor army association attorney attorneys author authors "
    "bank board boss both campaign candidate candidates chairman chairwoman chief colonel columnist commander "
    "commentator commentators commission committee company congress congressman congresswoman conservatives council "
    "court critic critics daughter delegate delegates democrat democrats department diplomat diplomats director "
    "directors doctor doctors economist economists everyone executive executives expert experts father foundation "
    "founder friend friends general government governor governors group groups he head heads host house husband i "
    "insider insiders institute investigators journal journalist journalists judge judges justice justices king "
    "lawmaker lawmakers lawyer lawyers leader leaders liberals magazine man manager managers many mayor member "
    "members men militants military militia minister ministers ministry moderator most mother mullah network "
    "newspaper nobody nominee nominees observer observers office officer officers official officials one opponent "
    "opponents organization others owner panel paper party people person police poll pollster pollsters pope post "
    "president prince professor professors progressives prosecutor prosecutors protester protesters queen rebel "
    "rebels report reporter reporters representative representatives republican republicans researcher researchers "
    "resident residents rival rivals russians scientist scientists secretary senate senator senators she soldier "
    "soldiers some someone son source sources spokesman spokespeople spokesperson spokeswoman statement strategist "
    "strategists student students study supporter supporters survey teacher teachers team they times union "
    "university veteran veterans victim victims voter voters we white who wife witness witnesses woman women writer "
    "writers you "
    "actor actress airline airport ally allies artist bishop brigade broadcaster brother builder bureau captain chancellor "
    "charity chiefs climber club coach coalition coastguard commanders commissioner company companies consultant consumer "
    "coroner counsel couple crew defendant demonstrators deputy detective detectives dealer driver editor embassy employer "
    "engineer engineers envoy ex-minister family families farmer farmers firefighter firefighters firm firms fisherman fishermen "
    "foreman group groups guard hospital inspector inspectors investor investors juror jurors keeper lobbyist mediator mediators "
    "midfielder ministers monitor monitors monk navy neighbor neighbors neighbour neighbours nurse nurses observatory "
    "organiser organisers organizer organizers owners palace paramedic paramedics parent parents passenger passengers pastor "
    "patient patients pilot pilots player players premier priest prisoner regulator regulators rescuer rescuers scholar school "
    "shareholder shareholders sheriff shopkeeper singer sister skipper spokesmen spokespersons staff striker surgeon survivor "
    "survivors suspect team technician tourist tourists trader traders trainer troops unions villager villagers volunteer "
    "volunteers watchdog website widow winner worker workers"
)
"""Nouns for people and bodies that speak, and the pronouns for them."""


def spaced(words: str) -> frozenset[str]:
    """Return the words that stand in a text, parted by spaces."""
    return frozenset(words.split())


TELLING: Final = spaced(
    "tell tells told telling inform informed informs assure assured assures remind reminded reminds"
)
"""Verbs behind which stands who is told."""


@lru_cache(maxsize=1)
def families() -> dict[str, tuple[str, ...]]:
    """Return the families of each word in lower case, all its forms included."""
    return {word: tuple(sorted({family for family, _ in found})) for word, found in _forms().items()}


@lru_cache(maxsize=1)
def inflections() -> dict[str, str]:
    """Return for each word of a family which forms it can be: b(ase) s d(past) p(articiple) g, n(oun), m its plural, j."""
    return {word: "".join(sorted({form for _, form in found})) for word, found in _forms().items()}


@lru_cache(maxsize=1)
def conjugated() -> dict[str, tuple[str, str, str]]:
    """Return for each form of a verb of the families its base form, its past and its third person."""
    found: dict[str, tuple[str, str, str]] = {}
    for verbs in _VERBS.values():
        for one in verbs.split():
            base, past, third, participle, ing = _conjugated(one)
            for form in (base, past, third, participle, ing):
                found.setdefault(form, (base, past, third))
    return found


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Return nouns and pronouns that name someone who can say something."""
    return frozenset(_PERSONS.split())


@lru_cache(maxsize=1)
def _forms() -> dict[str, set[tuple[str, str]]]:
    forms: dict[str, set[tuple[str, str]]] = {}
    for family, verbs in _VERBS.items():
        for verb in verbs.split():
            for word, form in zip(_conjugated(verb), "bdspg", strict=True):
                forms.setdefault(word, set()).add((family, form))
    for family, nouns in _NOUNS.items():
        for noun in nouns.split():
            forms.setdefault(noun, set()).add((family, "n"))
            forms.setdefault(_with_s(noun), set()).add((family, "m"))
    for adjective in _ATTITUDES.split():
        forms.setdefault(adjective, set()).add(("an attitude", "j"))
    return forms


def _conjugated(verb: str) -> list[str]:
    """Return base, past, third person, past participle and -ing form."""
    if "/" in verb:
        return verb.split("/")
    stem = verb if verb.endswith("ee") else verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb.removesuffix('e')}ed"
    return [verb, past, _with_s(verb), past, f"{stem}ing"]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"
