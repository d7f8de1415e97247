import pytest

from pilot.sealing import SealBroken, fingerprint, seal, unseal

OLD, NEW = "oude-sleutel-" * 5, "nieuwe-sleutel-" * 5


def test_what_is_sealed_opens_again_and_cannot_be_read_meanwhile():
    sealed = seal(b"arbeidscontract")

    assert b"arbeidscontract" not in sealed
    assert unseal(sealed) == b"arbeidscontract"
    # As the database gives it back.
    assert unseal(memoryview(sealed)) == b"arbeidscontract"


def test_changed_content_is_refused():
    sealed = bytearray(seal(b"arbeidscontract"))
    sealed[20] ^= 1

    with pytest.raises(SealBroken):
        unseal(bytes(sealed))


def test_new_key_in_front_opens_what_the_old_one_sealed(settings):
    settings.DATA_KEYS = [OLD]
    sealed, known = seal(b"contract"), fingerprint("123456782")

    settings.DATA_KEYS = [NEW, OLD]
    assert unseal(sealed) == b"contract"
    assert fingerprint("123456782") == known

    settings.DATA_KEYS = [NEW]
    with pytest.raises(SealBroken):
        unseal(sealed)


def test_fingerprint_needs_the_key(settings):
    settings.DATA_KEYS = [OLD]
    before = fingerprint("123456782")
    settings.DATA_KEYS = [NEW]

    assert len(before) == 64
    assert fingerprint("123456782") != before
