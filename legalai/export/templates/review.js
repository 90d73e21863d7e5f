"use strict";
// #q-START-END names characters of the contract; every piece of text in it lights up.
function show() {
  document.querySelectorAll(".on").forEach((piece) => piece.classList.remove("on"));
  const asked = /^#q-(\d+)-(\d+)$/.exec(location.hash);
  if (!asked) return;
  const start = Number(asked[1]);
  const end = Number(asked[2]);
  const pieces = [...document.querySelectorAll("[data-s]")].filter(
    (piece) => Number(piece.dataset.s) >= start && Number(piece.dataset.e) <= end,
  );
  pieces.forEach((piece) => piece.classList.add("on"));
  if (pieces.length) pieces[0].scrollIntoView({ block: "center" });
}
addEventListener("hashchange", show);
addEventListener("DOMContentLoaded", show);
// The same citation clicked twice changes no hash, and should still bring its words back into view.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.cite");
  if (link && link.hash === location.hash) show();
});
