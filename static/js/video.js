// Plays a film at another host in the place of its still. Nothing is asked of that host before the button is pressed;
// without this script the still is a link to the film's page there.

const play = (still) => {
  const frame = document.createElement("iframe");
  frame.className = "video__film";
  frame.src = still.dataset.frame;
  frame.title = still.dataset.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // YouTube plays only where it learns which site shows the film.
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  still.replaceWith(frame);
  frame.focus();
};

for (const still of document.querySelectorAll(".video__still")) {
  still.setAttribute("role", "button");
  still.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into a tab of its own, as any link
    event.preventDefault();
    play(still);
  });
  still.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    play(still);
  });
}
