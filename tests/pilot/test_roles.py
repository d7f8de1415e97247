from pilot.roles import PERMISSIONS, Permission, Role


def test_every_permission_is_given_to_someone():
    assert set().union(*PERMISSIONS.values()) == set(Permission)


def test_every_role_has_its_line_in_the_table():
    assert set(PERMISSIONS) == set(Role)


PERSONS = (
    *("participant_", "step_", "candidate_", "diagnosis_", "plan_", "action_", "instrument_"),
    *("referral_", "mediat", "vacancy_", "placement_", "study_", "outcome_", "evidence_"),
    "own_document_",
)


def test_directie_and_beheerder_never_see_persons():
    persons = {p for p in Permission if p.startswith(PERSONS)}

    assert PERMISSIONS[Role.MANAGEMENT] & persons == frozenset()
    assert PERMISSIONS[Role.ADMINISTRATOR] & persons == frozenset()


def test_recruiter_does_not_read_what_others_noted():
    assert Permission.PARTICIPANT_NOTES_VIEW not in PERMISSIONS[Role.RECRUITER]
