"""All settings, from the environment. Without any the program runs on one machine by itself."""

from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from pilot import embedded

BASE_DIR = Path(__file__).resolve().parent.parent

# Of every setting X the value may also stand in a file, named by X_FILE: for secrets.
env = environ.FileAwareEnv()

PRODUCTION = env.bool("PRODUCTION", default=False)
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)

if PRODUCTION:
    required = ["SECRET_KEY", "DATA_KEYS", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"]
    if missing := [name for name in required if not env.str(name, default="")]:
        raise ImproperlyConfigured(f"Set these environment variables: {', '.join(missing)}.")
    if DEMO or DEBUG:
        raise ImproperlyConfigured("DEMO and DEBUG cannot be on in production.")

DEMO_SECRET_KEY = "only-for-a-demo-on-one-machine-never-in-production-0123456789"  # noqa: S105
SECRET_KEY = env.str("SECRET_KEY", default=DEMO_SECRET_KEY)
if PRODUCTION and (SECRET_KEY == DEMO_SECRET_KEY or len(SECRET_KEY) < 50):
    raise ImproperlyConfigured("SECRET_KEY must be one of your own, of 50 characters or more.")
# What papers are sealed with (pilot/sealing.py). A new one goes in front, the old ones stay.
DATA_KEYS = env.list("DATA_KEYS", default=[DEMO_SECRET_KEY])
if PRODUCTION and any(key == DEMO_SECRET_KEY or len(key) < 50 for key in DATA_KEYS):
    raise ImproperlyConfigured("DATA_KEYS must be your own, of 50 characters or more each.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# Without these the program starts its own PostgreSQL and Redis under var/ (pilot/embedded.py).
DATABASE_URL = env.str("DATABASE_URL", default="")
DATABASES = {"default": env.db_url_config(DATABASE_URL or embedded.database_url())}
# The role that makes the tables, for `migrate` alone: what serves pages must not be able to.
DATABASE_OWNER_URL = env.str("DATABASE_OWNER_URL", default="")
if not DATABASE_URL:
    DATABASE_OWNER_URL = embedded.database_owner_url()
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 3  # seconds
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
REDIS_URL = env.str("REDIS_URL", default="") or embedded.redis_url()

INSTALLED_APPS = [
    "pilot",
    "participants",
    "budgeting",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pghistory",
    "pgtrigger",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # A list is ten times smaller by it; Django hides the length from who would measure it.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "pilot.access.NeverStoredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "pilot.urls"
WSGI_APPLICATION = "pilot.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["pilot.templatetags.ui", "pilot.templatetags.components"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pilot.navigation.navigation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

AUTH_USER_MODEL = "pilot.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "pilot.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Only these change anything, so only with these the history needs to know who asked.
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
# Not the moment at which the transaction began: that is the same for all that one request changes.
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "var" / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The accounts that a demo can be entered with, in the order of the login page.
DEMO_USERNAMES = [
    "consulent1",
    "consulent2",
    "consulent3",
    "recruiter",
    "projectleider",
    "directie",
    "beheerder",
]

# An uploaded list is parsed in the request: 5 MB is some 30,000 candidates.
UPLOAD_MAX_BYTES = 5 * 1024 * 1024
# A scan of a contract; the database refuses more as well.
FILE_MAX_BYTES = 10 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        # Bootstrap draws its small icons as data: images.
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "pilot.views.form_outdated"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
if PRODUCTION:
    # Asked for on the machine itself, past the proxy that does the https.
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
# Making a document may take this long; half as much again, and its process is ended; after twice
# as long (reports.models.documents.LEASE) another worker takes it up.
CELERY_TASK_SOFT_TIME_LIMIT = env.int("DOCUMENT_SECONDS", default=60)
CELERY_TASK_TIME_LIMIT = CELERY_TASK_SOFT_TIME_LIMIT * 3 // 2
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# In seconds: how often is looked for work that was never delivered, or left behind half done.
SWEEP_SECONDS = env.int("SWEEP_SECONDS", default=30)
# In memory: a file with the schedule could be damaged when its process is killed.
CELERY_BEAT_SCHEDULER = "celery.beat.Scheduler"
CELERY_BEAT_SCHEDULE = {
    # A message that waited until the next one came is of no use any more.
    "sweep": {
        "task": "reports.tasks.sweep",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS},
    },
    "clear sessions": {
        "task": "pilot.tasks.clear_sessions",
        "schedule": crontab(hour=3, minute=0),
    },
    "tidy": {"task": "participants.tasks.tidy", "schedule": crontab(hour=3, minute=10)},
}
# A worker that lost its Redis tries until it is back.
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
# A web request must not wait for a Redis that does not answer: the row is the truth.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 0.5,
    "socket_connect_timeout": 0.5,
    "max_retries": 0,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # A refused or missing page is an answer, and no fault of ours.
        "django.request": {"level": "ERROR"},
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # FontTools counts every glyph at INFO, WeasyPrint tells what it could not draw.
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "WARNING"},
        # The state of the read log, to be kept apart from the database.
        "participants.tasks": {"level": "INFO"},
    },
}
