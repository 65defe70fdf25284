"""One settings file for every place the site runs; what differs comes from the environment (see .env.example)."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from js_asset import Script
from whitenoise.compress import Compressor

from agency.running import env_file, environment, logs
from articles.lib.http_client import is_loopback

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
ENV_FILE = env_file.load()

SITE = environment.site_url(env.str("SITE_URL", ""))
SITE_URL = SITE.geturl()
SECRET_KEY = environment.secret_key(env.str("SECRET_KEY", ""))
# What an earlier key signed (links, sessions) holds while the key stands here; nothing new is signed with it.
SECRET_KEY_FALLBACKS = environment.earlier_keys(env.list("SECRET_KEY_FALLBACKS", default=[]))
DEBUG = environment.boolean("DEBUG", env.str("DEBUG", "off"))
if DEBUG and not is_loopback(SITE.hostname):
    raise ImproperlyConfigured(
        "DEBUG shows the site's inner workings; it may be on only where SITE_URL is this machine."
    )
ALLOWED_HOSTS = environment.allowed_hosts(env.list("ALLOWED_HOSTS", default=[]), SITE)
# The number of our own proxies in front of the site; we believe only what they wrote of a visitor's address.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)
if TRUSTED_PROXIES < 0:
    raise ImproperlyConfigured("TRUSTED_PROXIES must be the number of your own proxies in front of the site: 0, 1, …")
# Where the worker hears of guides that the proxy answered from its own copy (agency/serving/proxy_views.py).
PROXY_VIEWS = environment.listening_address(
    "PROXY_VIEWS", env.str("PROXY_VIEWS", "127.0.0.1:8514" if TRUSTED_PROXIES else "off")
)
# The most memory that each web process keeps finished pages in; 0 makes each of them anew for every reader. Whoever
# works on a template wants to see it.
PAGE_CACHE_MB = 0 if DEBUG else env.int("PAGE_CACHE_MB", 32)
if PAGE_CACHE_MB < 0:
    raise ImproperlyConfigured("PAGE_CACHE_MB must be a number of megabytes, or 0 to keep no pages.")
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "data"))).resolve()
# It holds enquiries: nobody else on the machine may look in.
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

# Staff show a second factor before anything of the admin opens; only a trial on this machine may do without.
SECOND_FACTOR = environment.boolean("SECOND_FACTOR", env.str("SECOND_FACTOR", "on"))
if not SECOND_FACTOR and not is_loopback(SITE.hostname):
    raise ImproperlyConfigured("SECOND_FACTOR may be off only where SITE_URL is this machine.")
# A session ends when nobody used it for so long, and at the latest so long after signing in (ASVS 7.3).
SESSION_IDLE_HOURS = env.int("SESSION_IDLE_HOURS", 12)
SESSION_LONGEST_HOURS = env.int("SESSION_LONGEST_HOURS", 7 * 24)
if not 0 < SESSION_IDLE_HOURS <= SESSION_LONGEST_HOURS:
    raise ImproperlyConfigured("SESSION_IDLE_HOURS must be at least 1, and no more than SESSION_LONGEST_HOURS.")
SESSION_LONGEST_SECONDS = SESSION_LONGEST_HOURS * 60 * 60

INSTALLED_APPS = [
    "agency",
    "enquiries",
    "articles.audit",
    "articles.outbox",
    "articles",
    "content_editor",
    "django_prose_editor",
    "crispy_forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

# WhiteNoise stands below the header middlewares so that static files carry the same headers as pages.
# What gives every answer its headers, also one that is made without the rest (agency/serving/unavailable.py).
HEADERS_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "agency.serving.stylesheets.PageSourcesMiddleware",
    "agency.serving.headers.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
MIDDLEWARE = [
    "agency.monitoring.request_ids.RequestIDMiddleware",
    "agency.monitoring.metrics.MetricsMiddleware",
    *HEADERS_MIDDLEWARE,
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Outside the compression, so that "304 Not Modified" tells of the page as it was sent (RFC 9110, section 15.4.5).
    "django.middleware.http.ConditionalGetMiddleware",
    "agency.serving.compression.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "agency.serving.actors.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "articles.remembering.RememberingMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "agency.accounts.middleware.StaffSessionMiddleware",
    "articles.views.moved.OldAddressesMiddleware",
]

ROOT_URLCONF = "agency.urls"
WSGI_APPLICATION = "agency.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["agency.serving.templates.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "agency.identity.context",
            ],
        },
    },
]
# What is pasted into rich text becomes plain before the editor sees it.
DJANGO_PROSE_EDITOR_PRESETS = {"pasting": [Script("js/pasting/editor.js", type="module")]}
CRISPY_ALLOWED_TEMPLATE_PACKS = "accessible"
CRISPY_TEMPLATE_PACK = "accessible"
CRISPY_FAIL_SILENTLY = False

# Django's threads in a web process; each needs a connection, so that none waits for one (agency/serving/django_threads.py).
REQUESTS_AT_ONCE = env.int("DATABASE_POOL", 8)
if REQUESTS_AT_ONCE < 1:
    raise ImproperlyConfigured("DATABASE_POOL must be the number of requests that a process works on at once: 1, 2, …")
SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "site.sqlite3"}
DATABASE: dict[str, Any] = env.db("DATABASE_URL") if env.str("DATABASE_URL", "") else SQLITE
DATABASES = {"default": DATABASE}
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # Opening the file for each request took a tenth of a page's time. After a minute it is opened again: so the site
    # finds its way back by itself should the file have been put in another's place.
    DATABASE["CONN_MAX_AGE"] = 60
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        # What is erased is overwritten; some builds of SQLite do so by themselves, others leave it in the file.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
elif DATABASE["ENGINE"] == "django.db.backends.postgresql":
    # Each of Django's threads keeps its connection, and opens another when that is dead: once the database is back after
    # an outage, so is the site. While it says nothing, a visitor learns of it within seconds.
    DATABASE["CONN_MAX_AGE"] = 600
    DATABASE["CONN_HEALTH_CHECKS"] = True
    DATABASE["OPTIONS"] = {"connect_timeout": 2, "tcp_user_timeout": 5000} | DATABASE.get("OPTIONS", {})

# What signing in counts is shared by all processes and nodes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "agency_cacheentry",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

MAILERS = {
    "default": environment.mailer(
        env.str("EMAIL_URL", (DATA_DIR / "mail").as_uri() if is_loopback(SITE.hostname) else "")
    )
}
# Links that somebody wrote without a scheme.
URLIZE_ASSUME_HTTPS = True
DEFAULT_FROM_EMAIL = environment.sender(env.str("DEFAULT_FROM_EMAIL", "Website <website@localhost>"))
# The mailbox that receives news of new enquiries.
ENQUIRIES_EMAIL = environment.mailbox(
    "ENQUIRIES_EMAIL", env.str("ENQUIRIES_EMAIL", "enquiries@localhost" if is_loopback(SITE.hostname) else "")
)
# Where enquirers answer to, with the token of their enquiry (docs/operations.md); empty: to whoever deals with it.
INBOUND_EMAIL = environment.inbound_address(env.str("INBOUND_EMAIL", ""))
# The mailbox in which these answers arrive; empty: a provider's webhook brings them, or nobody.
INBOUND_IMAP_URL = environment.imap_mailbox(env.str("INBOUND_IMAP_URL", ""))
# With what the mail provider signs in when it tells us of mail, `name:secret`, and which it is (docs/webhooks.md).
WEBHOOK_SECRET = environment.webhook_secret(env.str("WEBHOOK_SECRET", ""))
MAIL_PROVIDER = environment.mail_provider(env.str("MAIL_PROVIDER", ""), WEBHOOK_SECRET)
ANYMAIL = {"WEBHOOK_SECRET": WEBHOOK_SECRET}
if signing_key := env.str("MAILGUN_WEBHOOK_SIGNING_KEY", ""):
    ANYMAIL["MAILGUN_WEBHOOK_SIGNING_KEY"] = signing_key
# Proves to search engines that a notice of changed guides is ours (docs/operations.md); empty: none is sent.
INDEXNOW_KEY = environment.indexnow_key(env.str("INDEXNOW_KEY", ""))
INDEXNOW_ENDPOINT = env.str("INDEXNOW_ENDPOINT", "https://api.indexnow.org/indexnow")
# Where clamd listens (docs/operations.md); empty: CVs are not scanned.
VIRUS_SCANNER = environment.virus_scanner(env.str("VIRUS_SCANNER_URL", ""))

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "agency.formats"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "build" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
# What the web server in front shows while the site does not answer, as `manage.py away_page` wrote it.
AWAY_PAGE = env.str("AWAY_PAGE", "")
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": environment.media_storage(env.str("MEDIA_STORAGE_URL", "")),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "agency.serving.static_files.HashedStaticFiles"
    },
}
# Where backups go, and who can read them: this machine cannot.
BACKUP_STORAGE_URL = env.str("BACKUP_STORAGE_URL", "")
BACKUP_RECIPIENTS = environment.backup_recipients(env.list("BACKUP_RECIPIENTS", default=[]))
BACKUP_KEEP = environment.backup_keep(env.str("BACKUP_KEEP", "7,4,6"))
if bool(BACKUP_STORAGE_URL) != bool(BACKUP_RECIPIENTS):
    raise ImproperlyConfigured("BACKUP_STORAGE_URL and BACKUP_RECIPIENTS need each other: where to, and for whom.")
if BACKUP_STORAGE_URL:
    STORAGES["backups"] = environment.backup_storage(BACKUP_STORAGE_URL, env.str("MEDIA_STORAGE_URL", ""), MEDIA_ROOT)
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Source maps are large and only developers' tools ask for them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600
# A form with a CV needs no disk: what is full or away there must not keep an enquiry out.
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 2**20
FILE_UPLOAD_PERMISSIONS = 0o644

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

HTTPS = SITE.scheme == "https"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
# A browser that was told holds every subdomain to it for two years, and a list that it came with for longer: nobody who
# starts a site should be surprised by that (docs/operations.md).
SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD = environment.hsts(env.str("HSTS", "host"))
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# A __Host- cookie is refused by browsers unless it is Secure, so plain http keeps the plain names.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = SESSION_IDLE_HOURS * 60 * 60
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_HTTPONLY = True
# A session cookie: nothing of the visitor's form stays on their machine.
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "agency.serving.errors.csrf_failure"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "agency.accounts.passwords.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 60 * 60

ACCOUNT_ADAPTER = "agency.accounts.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {"reset_password": "agency.accounts.forgotten.ForgottenPasswordForm"}
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
# "ip" counts for an address, "key" for the account that is tried or the address that is mailed to.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,60/h/ip,5/5m/key,20/h/key",
    "reset_password": "10/h/ip,3/h/key",
}
MFA_ADAPTER = "agency.accounts.adapters.SecondFactorAdapter"
# E-mail addresses come from administrators; nobody has to prove theirs.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "login_webauthn": "agency.accounts.passkey_forms.LoginForm",
    "authenticate_webauthn": "agency.accounts.passkey_forms.AuthenticateForm",
    "reauthenticate_webauthn": "agency.accounts.passkey_forms.ReauthenticateForm",
    "add_webauthn": "agency.accounts.passkey_forms.AddForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey holds nothing that can be guessed: a brake could only be used to lock its owner out.
MFA_RATE_LIMITS = {"webauthn_login": ""}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1

# Opens /metrics to whoever watches the site; empty: there is no such page.
METRICS_TOKEN = environment.secret_or_none("METRICS_TOKEN", env.str("METRICS_TOKEN", ""))
# Where faults are told, by Sentry's protocol; empty: nowhere.
SENTRY_DSN = environment.sentry_dsn(env.str("SENTRY_DSN", ""))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": logs.formatter(env.str("LOG_FORMAT", "line"))},
    "filters": {
        "hide_links": {"()": "enquiries.monitoring.log_filter.HideLinks"},
        "name_request": {"()": "agency.monitoring.request_ids.NameRequest"},
    },
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "chosen",
            "filters": ["hide_links", "name_request"],
        }
    },
    "root": {"handlers": ["stdout"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # A wrong Host header is answered with 400; scanners send so many that a trace of each would bury the rest.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Django leaves it to the server to drop the body of an answer to HEAD, and gunicorn, where it is used, remarks on each.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
