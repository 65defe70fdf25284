// Conveniences on the enquiry form; everything works without them.

// Keyboard and screen reader start at the list of errors.
document.getElementById("error-summary")?.focus();

// A second press of the button within a second is a slip of the finger. (The server also takes the two for one.)
const form = document.querySelector("form.form");
let sentAt = -Infinity;
form?.addEventListener("submit", (event) => {
  if (event.timeStamp - sentAt < 1000) event.preventDefault();
  else sentAt = event.timeStamp;
});

// A page with errors is the answer to a form, and browsers do not go back to one: they ask whether to send it again. So when
// somebody follows a link away, what is in the fields counts as typed, and the page's place in the history becomes that of
// the empty form, which browsers fill in with it.
if (document.querySelector("#error-summary, .notice[role=alert]")) {
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[href]:not([href^='#'], [target])")) return;
    for (const field of form.elements) markAsTyped(field);
    history.replaceState(null, "", location.href);
  });
}

function markAsTyped(field) {
  const { value, checked } = field;
  if (["radio", "checkbox"].includes(field.type)) {
    field.defaultChecked = false;
    field.checked = checked;
  } else if (["text", "email", "tel", "textarea"].includes(field.type)) {
    field.defaultValue = "";
    field.value = value;
  }
}

// A slip in the domain of the e-mail address: a suggestion beside the field, which never stands in the way. The server
// has the same rule (enquiries/intake/email_typos.py) and hands over its lists.
const email = document.querySelector("input[data-typos]");
if (email) {
  const rule = JSON.parse(email.dataset.typos);
  const hint = document.createElement("p");
  hint.className = "field__suggestion";
  hint.setAttribute("role", "status");
  email.after(hint);
  email.addEventListener("change", () => {
    const meant = suggest(email.value.trim(), rule);
    hint.textContent = meant ? `Did you mean ${meant}?` : "";
  });
}

function suggest(address, { domains, ends, countries, shortest }) {
  const local = address.slice(0, Math.max(address.lastIndexOf("@"), 0));
  const [name, typedEnd] = halves(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
  const end = (name.length >= shortest ? { ...ends, ...countries } : ends)[typedEnd] ?? typedEnd;
  if (!local || domains.includes(`${name}.${typedEnd}`)) return "";
  if (domains.includes(`${name}.${end}`)) return `${local}@${name}.${end}`;
  if (domains.some((known) => known.startsWith(`${name}.`))) return "";
  const meant = domains.find((known) => halves(known)[1] === end && isSlip(name, halves(known)[0], shortest));
  return meant ? `${local}@${meant}` : "";
}

// The name of a domain, and what follows its first dot.
function halves(domain) {
  const [name, ...rest] = domain.split(".");
  return [name, rest.join(".")];
}

// Whether they differ by one letter after the first, or by two neighbours that were swapped.
function isSlip(typed, meant, shortest) {
  if (meant.length < shortest || typed[0] !== meant[0] || typed === meant) return false;
  let start = 1;
  while (start < Math.min(typed.length, meant.length) && typed[start] === meant[start]) start += 1;
  const one = typed.slice(start);
  const other = meant.slice(start);
  const swapped = one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
  return one.slice(1) === other || one === other.slice(1) || one.slice(1) === other.slice(1) || swapped;
}
