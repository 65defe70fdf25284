"""The site without a mouse: what is used is reached by Tab, as for anybody who has only keys."""

from pathlib import Path

from playwright.sync_api import Locator, expect

MOST = 400
# An editor that has just got the focus selects again what was selected before, within 20 ms.
SELECTED = "() => new Promise((done) => setTimeout(() => done(getSelection().toString()), 40))"
WAY = """(target) => {
    const at = document.activeElement;
    if (at === target) return [null, false];
    const isAhead = at === document.body || at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [isAhead ? "Tab" : "Shift+Tab", at.isContentEditable];
}"""


def reach(target: Locator) -> None:
    """Presses Tab, or Shift+Tab where it lies behind, until the target has the focus.

    Where somebody writes Tab has a meaning of its own in lists and tables, until Escape is pressed.
    """
    keyboard, element = target.page.keyboard, target.element_handle()
    for _ in range(MOST):
        key, is_writing = element.evaluate(WAY)
        if key is None:
            return
        if is_writing:
            keyboard.press("Escape")
        keyboard.press(key)
    raise AssertionError(f"{target} is not reached by Tab")


def leave_the_selection(editor: Locator) -> None:
    """Puts the cursor after what is selected."""
    expect(editor).to_be_focused()
    for _ in range(MOST):
        editor.page.keyboard.press("End")
        if not editor.page.evaluate(SELECTED):
            return
    raise AssertionError("What is selected cannot be left")


def press(target: Locator, key: str = "Enter") -> None:
    """Reaches a button, link or box, and presses it."""
    reach(target)
    target.page.keyboard.press(key)


def write(target: Locator, words: str) -> None:
    """Reaches a field and types in the place of what it holds."""
    reach(target)
    target.page.keyboard.press("ControlOrMeta+A")
    target.page.keyboard.type(words)


def choose(target: Locator, letters: str) -> None:
    """Reaches a list of choices and types the first letters of one."""
    reach(target)
    target.page.keyboard.type(letters)
    expect(target.locator("option:checked")).to_have_text(letters)


def attach(target: Locator, file: Path) -> None:
    """Reaches a field for files and chooses one; the window in which that is done is the browser's own.

    The browser must have heard that somebody waits for the window before the key opens it, and it has once it answers.
    """
    with target.page.expect_file_chooser() as chooser:
        reach(target)
        target.page.keyboard.press("Space")
    chooser.value.set_files(file)
