// Keys for reviewers: they press the buttons that stand on the page, and nothing else.
const rows = () => [...document.querySelectorAll(".fields tbody tr, .queue a")];
const here = () => rows().findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
const step = (by) => {
  const all = rows();
  const next = all[Math.min(all.length - 1, Math.max(0, here() + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};
const press = (key) => {
  const inside = rows()[here()];
  const found = inside?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`.done [data-key="${key}"], .shortcuts [data-key="${key}"]`);
  if (found) found.click();
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (["a", "r", "c", "u", "?"].includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});
