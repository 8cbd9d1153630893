// Lights the words of a value while its row is pointed at or focused, and the row of pointed words.
// The pages say everything without it.
const wordsOf = (row) => [...row.querySelectorAll('a[href^="#w"]')].map((link) => link.hash.slice(1));
const light = (row, on) => {
  row.classList.toggle("lit", on);
  for (const words of wordsOf(row)) {
    for (const mark of document.querySelectorAll(`mark[data-words="${words}"]`)) {
      mark.classList.toggle("lit", on);
    }
  }
};

for (const row of document.querySelectorAll(".claims tbody tr")) {
  row.addEventListener("pointerenter", () => light(row, true));
  row.addEventListener("pointerleave", () => light(row, false));
  row.addEventListener("focusin", () => light(row, true));
  row.addEventListener("focusout", () => light(row, false));
}
for (const mark of document.querySelectorAll("mark[data-words]")) {
  const rows = [...document.querySelectorAll(`.claims a[href="#${mark.dataset.words}"]`)].map((link) => link.closest("tr"));
  mark.addEventListener("pointerenter", () => rows.forEach((row) => row.classList.add("lit")));
  mark.addEventListener("pointerleave", () => rows.forEach((row) => row.classList.remove("lit")));
}
