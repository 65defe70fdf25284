// Names each cell of a list, and of a table in a form, after its column: where there is no room for columns,
// admin-lists.css makes a card of each row, whose lines say what they are. Without scripts such a table scrolls by itself.

// Beside its words, the heading of a sorted column has its place in the order.
const words = (heading) => (heading.querySelector(".text") ?? heading).textContent.trim();

function name(table) {
  const columns = [...table.querySelectorAll("thead th")].map(words);
  for (const row of table.querySelectorAll("tbody tr")) {
    for (const [at, cell] of [...row.cells].entries()) cell.dataset.column = columns[at] ?? "";
  }
  table.classList.add("narrow-cards");
}

document.querySelectorAll("#result_list, .tabular.inline-related table").forEach(name);
