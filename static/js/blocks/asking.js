// Asks the server for blocks. What went wrong is said, and nothing else happens.

import { say } from "./status.js";

export const exchange = () => JSON.parse(document.getElementById("block-exchange").textContent);

// The answer; null when there is none, and `tell` is told why.
export async function ask(address, fields = null, tell = say) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields ?? {});
  const sending = fields && { method: "POST", body, headers: { "X-CSRFToken": token } };
  try {
    const response = await fetch(address, { ...sending, headers: { ...sending?.headers, Accept: "application/json" } });
    const answer = await response.json();
    if (response.ok) return answer;
    tell(answer.error);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    tell("The site did not answer. Nothing is changed: try again, or sign in again in another tab.");
  }
  return null;
}
