"""Fill the demo: a pilot of 150 people with a believable history, and a second, small one.

Everybody is invented. The same seed gives the same people and the same history, made through the
methods that the pages use, so what the demo shows is what the program does.
"""

import random

import pghistory
from django.core.management.base import BaseCommand
from django.db import transaction

from budgeting.models import Budget
from pilot.demo.caseload import tell_caseload
from pilot.demo.diagnosis import write_diagnosis_files
from pilot.demo.draws import draw_more
from pilot.demo.evaluations import write_evaluations
from pilot.demo.life import tell_history
from pilot.demo.mediation import mediate
from pilot.demo.own_documents import keep_documents
from pilot.demo.people import TEAM, make_first_pilot, make_second_pilot, make_user
from pilot.demo.placements import add_placements
from pilot.demo.plans import make_plans
from pilot.demo.second_list import bring_second_list
from pilot.demo.withdrawals import add_withdrawals
from pilot.models import Pilot

SEED = 2016


class Command(BaseCommand):
    help = "Fill an empty database with the demo pilots; where they are already, do nothing."

    def handle(self, *args, **options):
        if Pilot.objects.exists():
            return
        with transaction.atomic():
            users = {name: make_user(name) for name in TEAM}
            with pghistory.context(user=users["beheerder"].pk):
                first = make_first_pilot(users)
                second = make_second_pilot(users)
            tell_history(first, users, rng=random.Random(SEED), people=190, selected=150)
            tell_history(second, users, rng=random.Random(SEED + 1), people=16, selected=12)
            draw_more(first, users["projectleider"], rng=random.Random(SEED + 40))
            bring_second_list(first, users, rng=random.Random(SEED + 8))
            make_plans(first, users, rng=random.Random(SEED + 19))
            make_plans(second, users, rng=random.Random(SEED + 20))
            tell_caseload(first, users, rng=random.Random(SEED + 18))
            add_placements(first, rng=random.Random(SEED + 17))
            write_diagnosis_files(first, random.Random(SEED + 10))
            write_diagnosis_files(second, random.Random(SEED + 11))
            mediate(first, rng=random.Random(SEED + 8))
            keep_documents(first, rng=random.Random(SEED + 22))
            add_withdrawals(first, rng=random.Random(SEED + 51))
            Budget.objects.start_from_action_plan(first)
            write_evaluations(first, users["projectleider"])
