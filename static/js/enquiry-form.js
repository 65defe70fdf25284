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

// A slip in the domain of the e-mail address: a suggestion beside the field, which never stands in the way.
const email = document.querySelector("input[data-domains]");
if (email) {
  const domains = email.dataset.domains.split(" ");
  const hint = document.createElement("p");
  hint.className = "field__suggestion";
  hint.setAttribute("role", "status");
  email.after(hint);
  email.addEventListener("change", () => {
    const [local, domain] = email.value.trim().toLowerCase().split("@");
    const meant = domain && !domains.includes(domain) && domains.find((known) => slips(domain, known) <= 2 && domain[0] === known[0]);
    hint.textContent = meant ? `Did you mean ${local}@${meant}?` : "";
  });
}

// How many letters must be added, left out, changed or swapped to make one text of the other.
function slips(from, to) {
  let before = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[to.length];
}
