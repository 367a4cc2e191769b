"""Words that attribute: verbs of saying, thinking and wanting, by what they tell of the statement."""

from __future__ import annotations

from typing import Final


def spaced(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


def _forms(stems: str) -> frozenset[str]:
    """Return each verb with its regular endings; "say/said/says/saying" lists the forms of an irregular one."""
    forms: set[str] = set()
    for stem in stems.split():
        if "/" in stem:
            forms.update(stem.split("/"))
            continue
        base = stem.removesuffix("e")
        third = f"{stem}es" if stem.endswith(("s", "sh", "ch", "x")) else f"{stem}s"
        if stem.endswith("y") and stem[-2] not in "aeiou":
            forms |= {stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"}
        else:
            forms |= {stem, third, f"{base}ed", f"{base}ing"}
    return frozenset(forms)


SAYING: Final = _forms(
    "say/said/says/saying tell/told/tells/telling add write/wrote/writes/written/writing tweet note state declare "
    "explain reply respond answer remark observe comment continue joke quip recall report repeat reiterate "
    "stress emphasize emphasise underline mention argue conclude point ask wonder read/reads testify predict "
    "forecast estimate calculate suggest indicate signal show/showed/shows/shown/showing find/found/finds "
    "reveal disclose describe characterize characterise call label dub term refer/refers/referred/referring cite "
    "warn caution advise recommend urge demand insist vow pledge promise swear/swore/swears/sworn threaten "
    "propose offer request appeal instruct order inform notify assure remind hint imply/implies/implied/implying "
    "complain lament regret joke muse marvel muse retort counter interject shout yell whisper murmur exclaim proclaim "
    "plead/pleads/pleaded/pled concede admit/admits/admitted/admitting acknowledge confess agree/agrees/agreed/agreeing "
    "disagree/disagrees/disagreed confirm verify certify announce unveil publish clarify elaborate caution "
    "contend maintain assert allege claim purport speculate boast accuse blame charge criticize criticise "
    "condemn denounce decry deplore blast slam/slams/slammed/slamming rebuke mock ridicule attack praise hail laud "
    "applaud welcome defend deny dismiss reject refute rebut/rebuts/rebutted dispute thank apologize apologise "
    "congratulate endorse"
)
THINKING: Final = _forms(
    "think/thought/thinks/thinking believe know/knew/knows feel/felt/feels hope expect fear worry doubt suspect assume "
    "consider regard want wish prefer/prefers/preferred intend plan/plans/planned/planning seek/sought/seeks/seeking "
    "decide aim favor favour support oppose see/saw/sees view"
)
CLAIMING: Final = _forms(
    "claim allege insist maintain contend assert accuse purport boast argue charge/charges profess speculate"
)
CONFIRMING: Final = _forms("confirm verify acknowledge admit/admits/admitted/admitting concede certify corroborate")
DENYING: Final = _forms("deny refute rebut/rebuts/rebutted dispute reject dismiss disavow/disavows disclaim contradict")
HEDGING: Final = _forms(
    "appear seem suspect believe think/thought/thinks/thinking fear doubt assume guess speculate suggest hint imply "
    "hope expect worry may might could estimate presume"
)
CONDEMNING: Final = _forms(
    "condemn denounce decry deplore blast slam/slams/slammed/slamming castigate lambaste criticize criticise rebuke"
)
ANNOUNCING: Final = _forms("announce unveil declare proclaim publish launch release issue")
CUE_VERBS: Final = SAYING | THINKING
AUXILIARIES: Final = spaced(
    "has have had is are was were be been being do does did will would can could may might shall should must "
    "'s ’s 've ’ve 'd ’d 'll ’ll 're ’re 'm ’m having"
)
NEGATIONS: Final = spaced("not never no n't neither nor cannot without")
NEGATED_AUXILIARIES: Final = spaced("don didn doesn hasn haven hadn isn aren wasn weren won wouldn couldn can cannot")
