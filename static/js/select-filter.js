// The hints beside the search fields of Django's lists to choose from have a name, which only what has a role may have.

window.addEventListener("load", () => {
  for (const hint of document.querySelectorAll(".selector .search-label-icon")) hint.setAttribute("role", "img");
});
