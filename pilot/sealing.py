"""What lies sealed in the database: whoever has a copy of it, without our key, reads nothing.

For papers that prove something, and to compare a number without keeping it.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealBroken(ValueError):
    """It was changed, or sealed with a key that is not among ours any more."""


def box() -> MultiFernet:
    """The first key seals; every key opens, so that a new one can be put in front."""
    return MultiFernet([Fernet(key_of(secret)) for secret in settings.DATA_KEYS])


def key_of(secret: str) -> bytes:
    return urlsafe_b64encode(hashlib.sha256(f"seal {secret}".encode()).digest())


def seal(content: bytes) -> bytes:
    return box().encrypt(content)


def unseal(sealed: bytes) -> bytes:
    """The content again, or SealBroken."""
    try:
        return box().decrypt(bytes(sealed))
    except InvalidToken as error:
        raise SealBroken from error


def fingerprint(text: str) -> str:
    """64 hex digits by which a text is known again, and from which nobody can try it out.

    Made with the last key, which stays last when a new one is put in front.
    """
    key = hashlib.sha256(f"fingerprint {settings.DATA_KEYS[-1]}".encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
