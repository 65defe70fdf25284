// Says in words what went wrong with a passkey; allauth's scripts only write it to the console.

const trouble = document.getElementById("passkey-trouble");
const IS_NUMBER = /^[\d.]+$|^\[/;

function words(name) {
  if (IS_NUMBER.test(location.hostname)) {
    return `Browsers know passkeys only for names, not for ${location.hostname}. Open this page under the site’s name; on your own machine that is “localhost”.`;
  }
  switch (name) {
    case "NotAllowedError":
      return "The passkey was not used: the question was closed, or nobody answered it. Try again.";
    case "InvalidStateError":
      return "This device has a passkey for your account already.";
    case "SecurityError":
      return "Passkeys do not work at this address.";
    default:
      return "Passkeys do not work in this browser. Use your password and a code.";
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  trouble.textContent = words(event.detail.exception.name);
  trouble.hidden = false;
});
