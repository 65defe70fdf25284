// Names each cell of a list, and of a table in a form, after its column: where there is no room for columns,
// admin-lists.css makes a card of each row, whose lines say what they are. Without scripts such a table scrolls by itself.

const OWN_CARDS = ".model-article, .model-user"; // whose stylesheets name the lines

function name(table) {
  const columns = [...table.querySelectorAll("thead th")].map((column) => column.textContent.trim());
  for (const row of table.querySelectorAll("tbody tr")) {
    for (const [at, cell] of [...row.cells].entries()) cell.dataset.column = columns[at] ?? "";
  }
  table.classList.add("narrow-cards");
}

if (!document.body.matches(OWN_CARDS)) document.querySelectorAll("#result_list").forEach(name);
document.querySelectorAll(".tabular.inline-related table").forEach(name);
