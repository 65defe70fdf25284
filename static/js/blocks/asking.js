// Asks the server for blocks. What went wrong is said, and nothing else happens.

import { say } from "./status.js";

export const exchange = () => JSON.parse(document.getElementById("block-exchange").textContent);

// The answer; null when there is none.
export async function ask(address, fields = null) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const sending = fields && { method: "POST", body: new URLSearchParams(fields), headers: { "X-CSRFToken": token } };
  try {
    const response = await fetch(address, { ...sending, headers: { ...sending?.headers, Accept: "application/json" } });
    const answer = await response.json();
    if (response.ok) return answer;
    say(answer.error);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    say("The site did not answer. Nothing is changed: try again, or sign in again in another tab.");
  }
  return null;
}
