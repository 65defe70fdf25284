// Sends pictures to the library one after another, as they are dropped, pasted or chosen, and says what became of each.
// Without this script the form sends its files by itself.

const NO_ANSWER = "could not be sent. Check the connection and try again.";

export async function send(files, address, token, tell) {
  const added = [];
  for (const file of files) {
    tell(`${file.name}: uploading …`, "is-busy");
    const body = new FormData();
    body.append("files", file);
    try {
      const answer = await fetch(address, {
        method: "POST",
        body,
        headers: { Accept: "application/json", "X-CSRFToken": token },
      });
      const { items, outcomes } = await answer.json();
      for (const { words, is_added, is_noted } of outcomes) {
        tell(words, !is_added ? "is-refused" : is_noted ? "is-noted" : "is-done");
      }
      if (answer.ok) added.push(items);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error; // no answer, or one that is no JSON
      tell(`${file.name}: ${NO_ANSWER}`, "is-refused");
    }
  }
  return added;
}

// Replaces the line of a file that was busy.
export function teller(list) {
  return (words, state) => {
    list.querySelector(".is-busy")?.remove();
    const line = document.createElement("li");
    line.className = state;
    line.textContent = words;
    list.append(line);
  };
}

// Calls `take` with the pictures that are dropped on `zone`, or pasted while it is in sight.
export function listen(zone, pastedOn, take) {
  zone.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    zone.classList.add("is-target");
  });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("is-target"));
  zone.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  pastedOn.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    take(files);
  });
}

function prepare(form) {
  const input = form.elements.files;
  const list = form.querySelector(".picture-uploads__status");
  const token = form.elements.csrfmiddlewaretoken.value;
  const take = async (files) => {
    input.disabled = true;
    const added = await send(files, form.action, token, teller(list));
    input.disabled = false;
    input.value = "";
    if (!added.length) return;
    if (!list.querySelector(".is-refused, .is-noted")) location.assign(form.dataset.library);
    else {
      const link = document.createElement("a");
      link.href = form.dataset.library;
      link.textContent = "Show the new pictures";
      const line = document.createElement("li");
      line.append(link);
      list.append(line);
    }
  };
  form.querySelector("button").hidden = true;
  form.classList.add("is-enhanced");
  input.addEventListener("change", () => take([...input.files]));
  listen(form, document, take);
}

const form = document.querySelector("form.picture-uploads");
if (form) prepare(form);
