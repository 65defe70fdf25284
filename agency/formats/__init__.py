"""How the site writes what Django would write otherwise, by language; see FORMAT_MODULE_PATH."""
