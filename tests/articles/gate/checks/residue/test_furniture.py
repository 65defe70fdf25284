"""The furniture of forms and pages is pointed out; sentences with the same words, and a picture’s source, are not."""

import pytest

from articles.document import CallToAction, Figure, Image
from articles.gate.checks.residue.furniture import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph

IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)


@pytest.mark.parametrize(
    "text",
    [
        "Rate this guide: ☆☆☆☆☆ (0 votes)",
        "Delete as appropriate: Mr / Mrs / Ms",
        "For office use only",
        "Version 1.3 – draft",
        "Character count: 0",
        "Please complete all fields marked *",
        "Last modified: never",
        "Your name* Your email* Your message*",
        "First name (required) Last name (required)",
        "Username Password Remember me",
        "Category: Uncategorized",
        "Tags: hiring, pay",
        "Author: admin",
        "Status: Draft",
        "Reading time: 6 minutes",
        "Last updated: DD/MM/YYYY",
        "Name: ________",
        "Select an option",
        "Required fields are marked *",
        "Delete as applicable",
    ],
)
def test_fields_of_forms_are_found(text):
    assert in_paragraph(CHECKS, text) == [("form-furniture", "warns")]


@pytest.mark.parametrize(
    "text",
    [
        "Download on the App Store | Get it on Google Play",
        "By clicking Accept you agree to our terms.",
        "Min read: 5",
        "Sign up for unlimited access",
        "Comments (12)",
        "Like Reply Share",
        "Log in Register",
        "Leave a Reply Cancel reply",
        "Your email address will not be published.",
        "Share on LinkedIn",
        "You may also like",
        "Read More »",
        "Skip to main content",
        "Subscribe to our newsletter",
        "Reject all",
        "This website uses cookies to ensure you get the best experience.",
        "© 2024 Example Media Ltd. All rights reserved.",
        "Home > Guides > Hiring",
        "Contents [show]",
        "Posted by admin on 3 March 2024",
        "6 minute read",
        "Photo by Sam Field on Unsplash",
        "Advertisement",
        "Was this page helpful?",
        "Proudly powered by WordPress",
    ],
)
def test_surroundings_of_pages_are_found(text):
    assert in_paragraph(CHECKS, text) == [("web-furniture", "warns")]


@pytest.mark.parametrize(
    "text",
    [
        "Delete old drafts as appropriate.",
        "By signing up early you save time.",
        "Version 2 of the contract adds a clause.",
        "Get it in writing.",
        "Rated by 40 teams.",
        "Share prices (2026) fell.",
        "Search and reply.",
        "Category managers buy for a whole shop.",
        "Status matters less than pay.",
        "Date of birth: never asked.",
        "Choose an option that suits you.",
        "Submit the form by noon.",
        "A five-minute read is better than a long one.",
        "Leave a reply for the recruiter if you cannot attend.",
        "Subscribe to a newsletter if you like.",
        "Accept all offers in writing.",
        "Read more books.",
        "Learn more:",
        "Last updated: 3 March 2026",
        "Photos from Getty Images cost money.",
    ],
)
def test_sentences_with_the_same_words_pass(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_picture_s_source_and_a_button_are_in_their_place():
    figure = Figure(image=IMAGE, alt="A desk", caption="Photo by Sam Field on Unsplash", credit="Getty Images")
    assert find(CHECKS, figure, CallToAction(heading="Looking for work?", label="Subscribe now")) == []
