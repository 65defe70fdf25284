// Without this the summary still stands first in the main content; with it, keyboard and screen reader start there.
document.getElementById("error-summary")?.focus();
