// Keys for reviewers: they press the buttons that stand on the page, and nothing else.
const rows = () => [...document.querySelectorAll(".fields tbody tr, .queue a")];
const here = () => rows().findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
const go = (row) => {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
};
const step = (by) => {
  const all = rows();
  go(all[Math.min(all.length - 1, Math.max(0, here() + by))]);
};
const press = (key) => {
  const inside = rows()[here()];
  const found = inside?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`.done [data-key="${key}"], .shortcuts [data-key="${key}"]`);
  found?.click();
  const opened = found?.closest("details[open]");
  opened?.scrollIntoView({ block: "nearest" });
  opened?.querySelector("select, input:not([type=hidden])")?.focus();
};
const leave = (form) => {
  form.open = false;
  go(form.closest("tr") ?? form.querySelector("summary"));
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const form = event.target.closest(".correct[open]");
  if (event.key === "Escape" && form) leave(form);
  else if (event.target.closest("input, select, textarea")) return;
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (["a", "r", "c", "u", "?"].includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

// After a decision the page leads back to the row that was decided; the keys go on from there.
const decided = location.hash && document.getElementById(location.hash.slice(1));
if (decided?.matches(".fields tr")) go(decided);
