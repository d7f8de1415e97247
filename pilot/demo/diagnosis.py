"""What each consultant found out about the people in their caseload: diagnosis and inburgering."""

from datetime import timedelta

import pghistory

from participants.choices import Education, LanguageLevel
from participants.diagnosis_choices import (
    Basis,
    Hampers,
    Licence,
    Mismatch,
    Moment,
    Recognition,
    Skill,
    Theme,
    Transport,
)
from participants.integration import EXAM_PARTS, Law, Status, end_of_term
from participants.models import (
    CivicIntegration,
    DiagnosisFile,
    LadderRung,
    Occupation,
    Schooling,
    SkillLevel,
    TrajectoryRules,
    WorkExperience,
)

FIELDS = {
    Education.LOWER: ["", "techniek", "handel", "verzorging"],
    Education.MIDDLE: ["bouwkunde", "elektrotechniek", "boekhouden", "verpleging", "mode"],
    Education.HIGHER: ["civiele techniek", "informatica", "rechten", "farmacie", "economie"],
}
AMBITIONS = [
    "Zo snel mogelijk zelf het gezin onderhouden.",
    "Weer in het oude vak werken, desnoods een trede lager beginnen.",
    "Eerst goed Nederlands leren en daarna een vakopleiding.",
    "Een eigen zaak, later.",
    "Werk met mensen, overdag.",
    "",
]
PROVIDERS = ("Leeuwenborgh", "VluchtelingenWerk", "UAF")
FOLLOWERS = ("Trajekt", "VluchtelingenWerk", "Stichting Wereldwijd", "COA")
# Of those who were diagnosed; the others have a gap somewhere, as in real life.
COMPLETE = 0.85
FIRST_JOB_AT = 17
LEVELS = [LanguageLevel.A0, LanguageLevel.A1, LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.B2]


def write_diagnosis_files(pilot, rng):
    law = Law.OF_2013 if pilot.starts_on.year < 2022 else Law.OF_2021
    TrajectoryRules.objects.update_or_create(pilot=pilot, defaults={"integration_law": law})
    occupations = list(Occupation.objects.of(pilot).order_by("name"))
    partners = list(pilot.organisations.order_by("name"))
    selected = pilot.participants.exclude(selected_on=None).exclude(consultant=None)
    for participant in selected.select_related("pilot", "consultant").order_by("number"):
        with pghistory.context(user=participant.consultant_id):
            found = Found(participant, occupations, partners, rng)
            found.integration(law)
            if conclusion := participant.diagnoses.first():
                found.diagnosis(conclusion.on)


class Found:
    """What is found out about one person."""

    def __init__(self, participant, occupations, partners, rng):
        self.participant = participant
        self.occupations = occupations
        self.partners = partners
        self.rng = rng
        self.today = participant.pilot.today()
        self.version = 1

    def diagnosis(self, on):
        self.education(on)
        self.experience()
        self.language(on)
        self.ladder(on)
        self.write(wanted=self.rng.sample(self.occupations, self.rng.choice([1, 2, 2, 3])))
        self.write(ambition=self.rng.choice(AMBITIONS), hours=self.rng.choice([24, 32, 36, 40]))
        self.barriers()
        if self.rng.random() < COMPLETE:
            self.mobility()
        if self.rng.random() < COMPLETE:
            kinds = [kind for kind in Mismatch if kind not in (Mismatch.NONE, Mismatch.HEALTH)]
            chosen = self.rng.sample(kinds, self.rng.choice([0, 1, 1, 2]))
            self.write(mismatch=[kind.value for kind in kinds if kind in chosen] or ["none"])

    def write(self, **values):
        DiagnosisFile.objects.of(self.participant).change(version=self.version, **values)
        self.version += 1

    def education(self, on):
        level = self.participant.education
        if level in (Education.NONE, Education.UNKNOWN):
            self.write(no_education=True)
            return
        study = {
            "level": level,
            "field": self.rng.choice(FIELDS.get(level, [""])),
            "years": self.rng.randrange(3, 7),
            "finished": self.rng.random() < 0.7,
        }
        if study["finished"] and level in (Education.MIDDLE, Education.HIGHER):
            study |= self.recognition(level, on)
        Schooling.objects.add(self.participant, **study)

    def recognition(self, level, on) -> dict:
        chance = self.rng.random()
        if chance < 0.35:
            return {}
        if chance < 0.65:
            return {"recognition": Recognition.REQUESTED, "recognition_on": on}
        if chance < 0.9:
            lower = level if self.rng.random() < 0.5 else Education.MIDDLE
            recognised = {"recognition": Recognition.RECOGNISED, "recognised_as": lower}
            return recognised | {"recognition_on": on}
        return {"recognition": Recognition.NOT_EQUIVALENT, "recognition_on": on}

    def experience(self):
        """One job before another, back from the year in which they came to the municipality."""
        until = self.participant.assigned_on.year - 1
        could_since = self.participant.birth_date.year + FIRST_JOB_AT
        for occupation in self.rng.sample(self.occupations, self.rng.choice([0, 1, 1, 2, 2, 3])):
            since = until - self.rng.choice([1, 2, 2, 3, 4])
            if since < could_since:
                break
            WorkExperience.objects.add(
                self.participant,
                occupation=occupation,
                years=until - since,
                since_year=since,
                until_year=until,
                place="abroad",
            )
            until = since
        if not self.participant.work_experience.exists():
            self.write(no_experience=True)

    def language(self, on):
        """Measured for the diagnosis, and for some again, then one skill a level higher."""
        start = self.participant.language_level
        first = LEVELS.index(start) if start in LEVELS else 0
        levels = {
            skill.value: LEVELS[max(0, first - (skill in (Skill.WRITING, Skill.SPEAKING)))]
            for skill in Skill
        }
        self.measure(levels, on, Basis.TEST)
        again = on + timedelta(days=70)
        if again <= self.today and self.rng.random() < 0.6:
            better = {
                skill: LEVELS[min(len(LEVELS) - 1, LEVELS.index(level) + 1)]
                for skill, level in levels.items()
                if self.rng.random() < 0.5
            }
            self.measure(better, again, self.rng.choice(list(Basis)))

    def measure(self, levels, on, basis):
        by = self.participant.consultant
        SkillLevel.objects.measure(self.participant, on=on, basis=basis, levels=levels, by=by)

    def ladder(self, on):
        by = self.participant.consultant
        rung = self.rng.choices([1, 2, 3, 4], [15, 45, 30, 10])[0]
        LadderRung.objects.measure(self.participant, on=on, rung=rung, moment=Moment.START, by=by)
        review = on + timedelta(days=84)
        if review <= self.today and self.rng.random() < 0.7:
            LadderRung.objects.measure(
                self.participant,
                on=review,
                rung=min(6, rung + self.rng.choice([0, 1, 1, 2])),
                moment=Moment.REVIEW,
                by=by,
            )

    def barriers(self):
        undiscussed = [] if self.rng.random() < COMPLETE else [self.rng.choice(list(Theme))]
        self.write(
            barriers={theme.value: self.barrier() for theme in Theme if theme not in undiscussed}
        )

    def barrier(self) -> tuple:
        hampers = self.rng.choices(list(Hampers), [22, 68, 10])[0].value
        if hampers != Hampers.YES:
            return (hampers, None, "")
        if self.rng.random() < 0.6:
            followers = [row for row in self.partners if row.name in FOLLOWERS]
            return (hampers, self.rng.choice(followers), "")
        return (hampers, None, self.rng.choice(["consulent", "wijkteam", "huisarts", ""]))

    def mobility(self):
        can = [kind.value for kind in Transport if self.rng.random() < 0.5]
        self.write(
            licence=self.rng.choices(list(Licence), [55, 15, 10, 18, 2])[0].value,
            transport=can or [Transport.PUBLIC.value],
            travel_minutes=self.rng.choice([30, 45, 45, 60, 90]),
        )

    def integration(self, law):
        obliged = self.participant.assigned_on
        start = obliged + timedelta(days=self.rng.randrange(20, 120))
        values = {"obliged_from": obliged, "started_on": start, "ends_on": end_of_term(start)}
        chance = self.rng.random()
        if chance < 0.08:
            values |= {"status": Status.EXEMPT}
        elif chance < 0.22:
            met = Status.MET_A2 if law == Law.OF_2013 else Status.MET
            values |= {"status": met, "exam_level": "a2"}
            values |= {"passed": self.passed(law, everything=True)}
        elif chance < 0.3:
            until = values["ends_on"] + timedelta(days=365)
            values |= {"status": Status.EXTENDED, "extended_until": until}
        else:
            values |= {"status": Status.BUSY, "passed": self.passed(law, everything=False)}
        provider = self.rng.choice([*self.providers(), None])
        CivicIntegration.objects.of(self.participant).change(version=1, provider=provider, **values)

    def providers(self):
        return [row for row in self.partners if row.name in PROVIDERS]

    def passed(self, law, *, everything) -> dict:
        """Some parts or all of them, each on a day in the months before today."""
        parts = EXAM_PARTS[law]
        count = len(parts) if everything else self.rng.randrange(0, 4)
        done = self.rng.sample(parts, count)
        return {
            part.value: self.today - timedelta(days=self.rng.randrange(5, 150)) for part in done
        }
