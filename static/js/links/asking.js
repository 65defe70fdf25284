// What the link dialog asks of the site: what a few letters may mean, and which headings a page has.

const LINKS = "/admin/articles/article/links/";

async function answer(request) {
  const response = await request;
  if (!response.ok || response.redirected) throw new Error(`${response.status} from the site`);
  return response.json();
}

const get = (address, query, signal) => answer(fetch(`${LINKS}${address}?${new URLSearchParams(query)}`, { signal }));

export const find = async (letters, signal) => (await get("", { q: letters }, signal)).found;
export const meant = async (reference) => (await get("", { reference })).found[0] ?? null;
export const headingsOf = async (reference) => (await get("headings/", { reference })).headings;

// The headings of the guide in the form, as they are typed now.
export async function ownHeadings() {
  const words = typedHeadings();
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!words.length || !token) return [];
  const body = new URLSearchParams([...words.map((said) => ["words", said]), ["csrfmiddlewaretoken", token]]);
  return (await answer(fetch(`${LINKS}headings/own/`, { method: "POST", body }))).headings;
}

function typedHeadings() {
  const blocks = [...document.querySelectorAll(".order-machine .inline-related:not(.empty-form)")];
  const places = blocks.flatMap((block) => [
    ...block.querySelectorAll('.ProseMirror[contenteditable] :is(h2, h3), input[name$="-question"]'),
  ]);
  return places.map((place) => (place.value ?? place.textContent).trim()).filter(Boolean);
}
