"""Reports made up for timing: neutral news and conflict news of realistic length and variety.

Templates, not corpora: nothing here is real, and nothing here is a measure of quality.
The same seed gives the same stream.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from string import Formatter

from hudna.model.report import Report

WORDS: dict[str, tuple[str, ...]] = {
    "town": ("Goma", "Agadez", "El Fasher", "Sirte", "Hodeidah", "Kherson", "Idlib", "Mekelle", "Zintan", "Gao", "Kupiansk",
             "Bukavu", "Marib", "Sabha", "Deraa", "Bamenda", "Maiduguri", "Baidoa", "Cotabato", "Loikaw"),
    "region": ("the eastern province", "the southern districts", "the border region", "the north of the country",
               "the coastal plain", "the central highlands", "the river valley"),
    "force": ("government forces", "the army", "the rebels", "a local militia", "paramilitary troops", "coalition aircraft",
              "gunmen", "the presidential guard", "separatist fighters", "the national police", "border guards"),
    "other": ("an armed group", "opposition fighters", "villagers", "a convoy of aid trucks", "a military post",
              "protesters", "the rival faction", "a displacement camp", "a supply column"),
    "speaker": ("medics", "a spokesman for the ministry of defence", "residents", "two security sources", "the governor",
                "the mission", "a rebel commander", "state media", "local officials", "a monitoring group"),
    "day": ("on Monday", "on Tuesday", "late on Wednesday", "at dawn on Thursday", "over the weekend", "yesterday",
            "in recent days", "earlier this month"),
    "number": ("three", "at least 12", "more than 40", "seven", "two", "around 30", "dozens of", "19"),
    "city": ("Lyon", "Toronto", "Osaka", "Seville", "Perth", "Bergen", "Austin", "Cork", "Graz", "Leeds", "Turin", "Quito"),
    "firm": ("the retailer", "the airline", "a regional lender", "the carmaker", "the software group", "the dairy cooperative",
             "a shipping company", "the brewer"),
    "person": ("the mayor", "a professor of economics", "the head coach", "the festival's director", "a head teacher",
               "the chief executive", "a museum curator", "the minister of transport"),
    "thing": ("a new bridge", "the annual budget", "a vaccination campaign", "the school calendar", "a solar farm",
              "the opera season", "a tram line", "the harvest", "a housing scheme", "a recycling plant"),
    "percent": ("3.2 per cent", "nearly a tenth", "11 per cent", "about a third", "half a point"),
}  # fmt: skip

CONFLICT = (
    "{Force} shelled positions held by {other} near {town} {day}, {speaker} said.",
    "{Number} people were killed and {number} wounded when {force} attacked {other} in {region}, according to {speaker}.",
    "{Speaker} denied that {force} had crossed into {region} and called the reports baseless.",
    "{Force} withdrew from {town} {day} after talks with elders, leaving checkpoints unmanned.",
    "The two sides accused each other of breaking the truce around {town}, where shelling resumed {day}.",
    "{Speaker} warned that {force} were massing near {town} and could launch an offensive within days.",
    "{Force} announced the deployment of {number} vehicles to {region} to secure the road to {town}.",
    "Clashes between {force} and {other} erupted in {town} {day}, forcing families to flee towards {region}.",
    "The United Nations urged all parties to halt the fighting in {region} and to let aid through to {town}.",
    "Observers fear that the seizure of {town} would open the way to {region}, which {force} have held since last year.",
    "{Speaker} told reporters that {number} prisoners would be exchanged under the deal signed in {town}.",
    "An air strike hit {other} on the outskirts of {town} {day}; there was no immediate word on casualties.",
    "{Force} already control the airport of {town} and most of {region}.",
    "Residents reached by telephone described a tense calm, with shops in {town} shut and few cars on the streets.",
    "The ministry said {force} had been put on alert amid fears of an attack on {town}, without giving details.",
    "Satellite pictures taken {day} show burnt huts in three villages south of {town}, a monitoring group wrote.",
    "Four trucks carrying flour were looted at a checkpoint held by {force} on the road to {town}.",
    "{Speaker} rejected the proposal, saying the pullout from {region} had to come first.",
    "Power has been out in {town} since the weekend, and the hospital is running on a single generator.",
    "{Force} freed {number} detainees in {town} {day}, relatives waiting outside the prison told a local radio station.",
    "Schools in {region} will stay closed, the governor announced, citing the security situation.",
    "The commander of {force} promised to hand over the airport of {town} once the monitors arrive.",
    "A drone was shot down over {town} {day}, {speaker} said; {force} did not comment.",
    "Hundreds marched in {town} {day} to demand the return of the missing, watched by {force}.",
    "Prices of bread have doubled in {region} since the road from {town} was cut.",
    "{Speaker} accused {force} of laying mines along the road between {town} and {town}.",
    "Envoys met in {town} {day} for a third round of talks on opening the crossing, without result.",
    "If {town} falls, aid workers warn, {number} families in {region} would be cut off before the rains.",
)
NEUTRAL = (
    "{Firm} said quarterly revenue rose by {percent}, helped by strong demand in {city} and lower fuel costs.",
    "{Person} of {city} opened {thing} {day}, praising the volunteers who had worked on it for two years.",
    "Officials in {city} expect {thing} to be finished by the autumn, although suppliers have warned of delays.",
    "{Person} told an audience in {city} that prices had fallen by {percent} since the spring.",
    "The home side drew level before the interval and went on to win, a result that pleased {person}.",
    "Forecasters expect rain over {city} {day}, with brighter spells spreading from the west by evening.",
    "A study by researchers in {city} found that children who read for pleasure slept {percent} longer.",
    "{Firm} plans to hire {number} apprentices for {thing}, which the council approved last year.",
    "Visitors queued around the block for the exhibition, which {person} described as the finest in a decade.",
    "{Thing} will cost {percent} more than planned, according to figures seen by the newspaper.",
    "Trains between {city} and {city} will run every twenty minutes once the signals have been renewed.",
    "{Person} declined to comment on the merger, but analysts in {city} called the price generous.",
    "The recipe, handed down through four generations, calls for butter, flour and a pinch of patience.",
    "Turnout was {percent} higher than at the last council vote, with long lines outside schools in {city}.",
    "Scientists in {city} have mapped the genome of a moss that survives for decades without water.",
    "Passengers at the airport of {city} faced queues {day} after a baggage belt broke down.",
    "{Person} has written a biography of the painter, to be published in the spring.",
    "Wheat yields in the valley were {percent} above last year's, the growers' association said.",
    "The swimmer took {percent} off her own best time and will travel to {city} for the final.",
    "Pupils in {city} will learn to repair bicycles under {thing}, which costs little and has a waiting list.",
    "{Firm} recalled a batch of kettles because of a loose handle; customers get their money back.",
    "Doctors in {city} recommend a walk after lunch and less salt, {person} said in an interview.",
    "House prices in {city} climbed by {percent}, while rents hardly moved.",
    "The orchestra of {city} opens its tour {day} with a symphony that has not been heard for a century.",
    "{Firm} and its pilots reached a deal on pay {day}, averting cancellations over the holidays.",
    "The council of {city} voted to plant {number} trees a week along the ring road.",
    "An exhibition of early photographs has drawn {number} visitors a day, the curator said.",
    "Astronomers using a telescope near {city} saw a comet brighten by {percent} within hours.",
    "{Person} won the regional prize for bread, judged by {number} bakers from {city}.",
    "Snow closed two passes {day}, and drivers were told to carry chains.",
    "The museum returned a vase to its owners in {city}, ending a friendly dispute over its age.",
    "Unemployment fell to {percent} in the third quarter, the statistics office reported.",
    "{Firm} will close its plant in {city} next year and move {number} jobs to the coast.",
    "Volunteers counted herons along the river {day}; there were more than in any year since records began.",
    "A new vaccine protects calves for {number} months, according to a trial on farms near {city}.",
    "{Person} thanked the crowd in {city} and said the next season would be harder.",
    "The library of {city} lends tools as well as books, and drills are its most borrowed item.",
    "Ferries to the islands run hourly until October, the operator said, at {percent} less than before.",
    "The film, shot in {city} on a small budget, took {percent} more at the box office than expected.",
    "Engineers found cracks in {number} sleepers, and trains slow down on that stretch until repairs end.",
    "A court in {city} ruled that the bakery may keep its name, which a rival had contested.",
    "The bank left interest rates unchanged {day}, as most economists had forecast.",
    "Children from {number} schools sang in the main square of {city} {day}.",
)
FIRST_DAY = date(2031, 3, 1)


def _filled(template: str, chance: random.Random) -> str:
    """The template with each field drawn afresh; a capital field starts a sentence."""
    parts = []
    for literal, name, _, _ in Formatter().parse(template):
        parts.append(literal)
        if name:
            words = chance.choice(WORDS[name.lower()])
            parts.append(words[0].upper() + words[1:] if name[0].isupper() else words)
    return "".join(parts)


def _body(templates: tuple[str, ...], chance: random.Random) -> str:
    """Eight to sixteen sentences in paragraphs, as an agency item runs."""
    sentences = [_filled(template, chance) for template in chance.choices(templates, k=chance.randint(8, 16))]
    cuts = range(0, len(sentences), 3)
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in cuts)


def stream(count: int, *, conflict_every: int, seed: int = 7) -> Iterator[Report]:
    """So many reports, one in `conflict_every` about conflict."""
    chance = random.Random(seed)
    for number in range(count):
        templates = CONFLICT if number % conflict_every == 0 else NEUTRAL
        yield Report(
            id=f"made-up-{number}", text=_body(templates, chance), source="Selen Post", language="en",
            published=FIRST_DAY + timedelta(days=number % 28),
        )  # fmt: skip
