"""An export becomes the site that it was."""
