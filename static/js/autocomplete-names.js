// Select2 names neither its box nor what is chosen there nor the field to search in: all are what their label says.

function named(select) {
  const [label] = select.labels;
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  if (!label || !box) return;
  const chosen = box.querySelector("[role=textbox]");
  label.id ||= `${select.id}_label`;
  chosen.setAttribute("aria-labelledby", label.id);
  box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
}

// Django makes them in a handler of the same kind, which was there first; the page may have loaded before it runs.
window.django.jQuery(() => {
  document.querySelectorAll("select.admin-autocomplete").forEach(named);
  window.django.jQuery(document).on("select2:open", ({ target }) => {
    document.querySelector(".select2-search__field").setAttribute("aria-label", target.labels[0].textContent);
  });
});
