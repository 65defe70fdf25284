"""Static files under names that hold their hash, compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Modules that import one another by relative paths find each other under their hashed names."""

    support_js_module_import_aggregation = True
