"""What a browser calls itself, in words."""

# Of what browsers call themselves, the first that fits; some call themselves others as well.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Windows": "Windows",
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "Android",
    "Mac OS": "a Mac",
    "Linux": "Linux",
}


def device(user_agent: str) -> str:
    """What a browser calls itself, in words: such as “Firefox on Windows”."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "A browser")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "an unknown system")
    return f"{browser} on {system}"
