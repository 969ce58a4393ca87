"""How the words hold what they tell, asked of one event word in one sentence."""

from datetime import date

import pytest

from extract.coding import told
from extract.marks import wrong
from hudna.extract.sides import same_side
from hudna.model.mention import ActorMention

# sentence, event word, status
NARRATED = {
    "told as having happened": ("Rebels attacked Bukavu.", "attacked", "actual"),
    "an infinitive of what did happen": ("The army managed to capture Goma.", "capture", "actual"),
    "what began happened": ("The army began shelling Goma.", "shelling", "actual"),
    "a hedge makes an allegation": ("Rebels reportedly attacked Goma.", "attacked", "alleged"),
    "so does another": ("Rebels have allegedly captured Goma.", "captured", "alleged"),
    "an alleged attack": wrong(
        "the adjective is lost where the attack is condemned in the passive",
        "The alleged attack on Goma by rebels was condemned.",
        "attack",
        "alleged",
    ),
    "nearly is not": ("Rebels nearly captured Goma.", "captured", "hypothetical"),
    "what could be heard was there": wrong(
        "the modal of 'could be heard' makes a possibility of it",
        "Gunfire could be heard in Goma.",
        "heard",
        "actual",
    ),
    "what somebody is said to have done is relayed": (
        "The army is said to have shelled Goma.",
        "shelled",
        "reported",
    ),
}

LEFT_OPEN = {
    "not clear whether": ("It was not clear whether rebels had attacked Goma.", "attacked", "hypothetical"),
    "asked whether": (
        "Asked whether rebels had attacked Goma, he declined to comment.",
        "attacked",
        "hypothetical",
    ),
    "no evidence": ("There is no evidence that rebels attacked Goma.", "attacked", "hypothetical"),
    "evidence": ("There is evidence that rebels attacked Goma.", "attacked", "actual"),
    "a question": ("Did rebels attack Goma?", "attack", "hypothetical"),
    "a question of why": ("Why did rebels attack Goma?", "attack", "actual"),
    "the anniversary of the day": (
        "Residents marked the anniversary of the day when rebels attacked Goma.",
        "attacked",
        "historical",
    ),
    "denied of a deed": ("The shelling of Goma by rebels was denied by the army.", "shelling", "denied"),
}

NEGATED = {
    "not": ("The army did not shell Goma.", "shell", "denied"),
    "never": ("The army never attacked Goma.", "attacked", "denied"),
    "no attack": ("No attack took place in Goma.", "attack", "denied"),
    "there was no attack": ("There was no attack on Goma by rebels.", "attack", "denied"),
    "failing": ("The army failed to capture Goma.", "capture", "denied"),
    "without": ("Rebels fled without shelling Bukavu.", "shelling", "denied"),
    "a denial": ("The army denied that it had shelled Goma.", "shelled", "denied"),
    "a denial with a gerund": ("The army denied shelling Goma.", "shelling", "denied"),
    "a denial as a noun": (
        "The army's denial of the attack on Bukavu came on Monday.",
        "attack",
        "denied",
    ),
    "cancelling": wrong(
        "a definite attack is taken for granted though it was cancelled",
        "The army cancelled the attack on Bukavu.",
        "attack",
        "denied",
    ),
    "no denial is no denial": (
        "Commanders did not deny that their troops had shelled Goma.",
        "shelled",
        "alleged",
    ),
}

POSSIBLE = {
    "neither confirmed nor ruled out": (
        "The army has neither confirmed nor ruled out that its troops shelled Goma.",
        "shelled",
        "hypothetical",
    ),
    "neither confirmed nor denied": (
        "The army neither confirmed nor denied having shelled Goma.",
        "shelled",
        "hypothetical",
    ),
    "may": ("Rebels may attack Goma.", "attack", "hypothetical"),
    "could": ("Rebels could shell Goma within days.", "shell", "hypothetical"),
    "may have": ("The army may have shelled Goma.", "shelled", "hypothetical"),
    "trying": ("The army tried to capture Goma.", "capture", "hypothetical"),
    "preventing": ("The army prevented rebels from capturing Goma.", "capturing", "hypothetical"),
    "foiling": ("The army foiled a rebel attack on Goma.", "attack", "hypothetical"),
    "threatening": ("The army threatened to shell Goma.", "shell", "hypothetical"),
    "fearing an attack": ("Residents fear an attack on Goma.", "attack", "hypothetical"),
    "fears of an attack": ("There are fears of a rebel attack on Goma.", "attack", "hypothetical"),
    "fearing what THE attack brings takes it for granted": (
        "Residents fear the consequences of the rebel attack on Goma.",
        "attack",
        "actual",
    ),
    "a prelude": (
        "Some see the deployment as a prelude to an offensive on Goma.",
        "offensive",
        "hypothetical",
    ),
}

CONDITIONAL = {
    "if": ("If rebels attack Goma, the army will respond.", "attack", "conditional"),
    "unless": (
        "Unless the rebels withdraw from Goma, the army will bomb the town.",
        "withdraw",
        "conditional",
    ),
    "in case of": wrong(
        "the three words are not read as one, and what follows lends its 'will'",
        "In case of an attack on Bukavu, the army will respond.",
        "attack",
        "conditional",
    ),
    "a condition by should": (
        "Should the rebels attack Bukavu, the army will respond.",
        "attack",
        "conditional",
    ),
    "a condition by were": wrong(
        "'were rebels to attack' is read as what is to come, and its actor is lost",
        "Were rebels to attack Goma, the army would respond.",
        "attack",
        "conditional",
    ),
    "would": ("The army said the rebels would attack Goma.", "attack", "conditional"),
    "what would bring something else about": (
        "The capture of Goma by rebels would lead to a war.",
        "capture",
        "conditional",
    ),
}

PLANNED = {
    "will": ("The army will deploy troops in Goma next week.", "deploy", "planned"),
    "what follows from a condition": (
        "Unless the rebels withdraw from Goma, the army will bomb the town.",
        "bomb",
        "planned",
    ),
    "a plan": ("The army plans to deploy troops in Goma.", "deploy", "planned"),
    "a preparation": ("The army is preparing to attack Goma.", "attack", "planned"),
    "an order": ("The general ordered troops to attack Goma.", "attack", "planned"),
    "weighing an attack": ("The army is weighing an attack on Bukavu.", "attack", "planned"),
    "an order of a deployment": (
        "The general ordered the deployment of troops to Goma.",
        "deployment",
        "planned",
    ),
    "an offensive that was approved": (
        "The council approved an offensive against the rebels in Goma.",
        "offensive",
        "planned",
    ),
    "a planned attack": (
        "The planned attack on Goma by rebels was called off.",
        "attack",
        "planned",
    ),
}

DEMANDED = {
    "must": ("The rebels must withdraw from Goma.", "withdraw", "demanded"),
    "urging": ("The union urged rebels to withdraw from Goma.", "withdraw", "demanded"),
    "urging to stop": ("The United Nations urged the army to stop shelling Goma.", "shelling", "demanded"),
    "insisting that something be done": (
        "The army insisted that rebels attack Bukavu.",
        "attack",
        "demanded",
    ),
    "insisting that something happened states it": (
        "The army insisted that the rebels attacked Goma.",
        "attacked",
        "alleged",
    ),
}

PAST = {
    "another year": ("In 2019, rebels captured Goma.", "captured", "historical"),
    "when, behind a campaign of another year": (
        "Goma saw the heaviest fighting of the 2019 campaign, when rebels took the city.",
        "took",
        "historical",
    ),
    "what a war has cost": (
        "The war, which erupted two years ago, has killed tens of thousands.",
        "war",
        "historical",
    ),
    "whom a war killed": ("The war killed 12,000 people and destroyed two towns.", "war", "historical"),
    "years after": (
        "Years after rebels captured Bukavu, the army attacked Goma.",
        "captured",
        "historical",
    ),
    "this year": ("Rebels captured Goma in January 2031.", "captured", "actual"),
    "a dated aside of weeks ago": (
        "Rebels, who had captured Goma on 3 January, shelled Bukavu on Monday.",
        "captured",
        "historical",
    ),
    "the news beside it": (
        "Rebels, who had captured Goma on 3 January, shelled Bukavu on Monday.",
        "shelled",
        "actual",
    ),
    "a day to come": ("Rebels shell Goma on 20 March 2031.", "shell", "planned"),
}

SPOKEN = {
    "a refusal for ever": (
        "The army will never negotiate with the rebels in Goma.",
        "negotiate",
        "actual",
    ),
    "its own side": ("The army said its troops had captured Goma.", "captured", "declared"),
    "a government of its own army": ("Government forces shelled Goma, the army said.", "shelled", "declared"),
    "a group nobody has listed, of itself": (
        "The Kadra Liberation Front said it had captured Goma.",
        "captured",
        "declared",
    ),
    "a general of his forces": wrong(
        "the forces of a general nobody has listed are not his side",
        "General Orsk said his forces had captured Goma.",
        "captured",
        "declared",
    ),
    "the other side's warning of what happened": (
        "The army warned that rebels had attacked Bukavu.",
        "attacked",
        "alleged",
    ),
    "what somebody did not say": (
        "The governor did not say that rebels had attacked Bukavu.",
        "attacked",
        "hypothetical",
    ),
    "the other side": ("The army said rebels had attacked Goma.", "attacked", "alleged"),
    "the other side's claim": ("The rebels claimed that the army had shelled Goma.", "shelled", "alleged"),
    "an accusation": (
        "The army accused the rebels of shelling Goma.",
        "shelling",
        "alleged",
    ),
    "an accusation of killing": (
        "The army accused the rebels of killing five civilians.",
        "killing",
        "alleged",
    ),
    "an official who is no party": ("Rebels, the governor said, shelled Goma.", "shelled", "reported"),
    "people who saw it": ("According to medics, rebels shelled Goma.", "shelled", "reported"),
    "a source without a name": (
        "Rebels shelled Goma, according to a security source.",
        "shelled",
        "alleged",
    ),
    "a source without a name, by an outlet": (
        "A military source told Reuters that rebels shelled Goma.",
        "shelled",
        "reported",
    ),
    "some": ("Some say the rebels attacked Goma.", "attacked", "alleged"),
    "condemning the attack takes it for granted": (
        "The governor condemned the rebel attack on Goma.",
        "attack",
        "actual",
    ),
}

TABLES = {
    "narrated": NARRATED,
    "left open": LEFT_OPEN,
    "negated": NEGATED,
    "possible": POSSIBLE,
    "conditional": CONDITIONAL,
    "planned": PLANNED,
    "demanded": DEMANDED,
    "past": PAST,
    "spoken": SPOKEN,
}
CASES = {f"{name}: {key}": case for name, table in TABLES.items() for key, case in table.items()}


@pytest.mark.parametrize(("text", "trigger", "status"), CASES.values(), ids=CASES)
def test_status(text, trigger, status):
    assert told(text, trigger).status == status


def test_who_is_asked_not_to_attack_is_not_asked_to_attack():
    claim = told("The governor urged rebels not to attack Goma.", "attack")
    assert (claim.status, claim.counts) == ("hypothetical", False)


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("Rebels attacked Bukavu.", "attacked", True),
        ("Rebels reportedly attacked Goma.", "attacked", True),
        ("Rebels may attack Goma.", "attack", False),
        ("In 2019, rebels captured Goma.", "captured", False),
    ],
    ids=["actual", "alleged", "hypothetical", "historical"],
)
def test_only_what_is_told_as_having_happened_counts(text, trigger, counts):
    assert told(text, trigger).counts is counts


def test_the_rule_names_the_trigger_and_the_question_that_decided():
    assert told("The army never attacked Bukavu.", "attacked").rule == "en.assault.attack:negated"
    assert told("Rebels may attack Goma.", "attack").rule == "en.assault.attack:modal may"


def test_the_weakest_answer_wins():
    text = "The army denied that rebels might attack Goma."
    assert told(text, "attack").status == "denied"


def test_a_date_far_back_is_history_only_for_a_dated_report():
    claim = told("In 2019, rebels captured Goma.", "captured")
    assert claim.event.occurred.latest == date(2019, 12, 31)


def mention(**fields):
    given = {"id": None, "country": None, "sector": None, "kind": "party", "side": None, **fields}
    return ActorMention(
        0, 1, "x", given["id"], "x", given["country"], given["sector"], given["kind"], side=given["side"]
    )


SIDES = {
    "one listed actor": ({"id": "a"}, {"id": "a"}, True),
    "two listed actors": ({"id": "a"}, {"id": "b"}, False),
    "an army and its government": (
        {"country": "KDR", "sector": "MIL"},
        {"country": "KDR", "sector": "GOV"},
        True,
    ),
    "an army and rebels": ({"country": "KDR", "sector": "MIL"}, {"country": "KDR", "sector": "REB"}, False),
    "armies of two states": (
        {"country": "KDR", "sector": "MIL"},
        {"country": "NOR", "sector": "MIL"},
        False,
    ),
    "one side of a divided state": (
        {"country": "KDR", "sector": "MIL", "side": "east"},
        {"country": "KDR", "sector": "REB", "side": "east"},
        True,
    ),
    "two sides of a divided state": (
        {"country": "KDR", "sector": "MIL", "side": "east"},
        {"country": "KDR", "sector": "GOV", "side": "west"},
        False,
    ),
    "an outlet has no side": (
        {"country": "KDR", "sector": "GOV", "kind": "media"},
        {"country": "KDR", "sector": "GOV"},
        False,
    ),
    "nobody knows anything": ({}, {}, False),
}


@pytest.mark.parametrize(("one", "other", "same"), SIDES.values(), ids=SIDES)
def test_same_side(one, other, same):
    assert same_side(mention(**one), mention(**other)) is same
