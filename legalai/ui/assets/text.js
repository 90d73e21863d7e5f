// Puts the contract's HTML in place and scrolls to the quote asked for; sends nothing back.
export default function ({ parentElement, data }) {
  const view = parentElement.querySelector(".contract");
  if (view.shownHtml !== data.html) {
    const top = view.scrollTop;
    view.innerHTML = data.html;
    view.scrollTop = view.shownContract === data.contract ? top : 0;
    view.shownHtml = data.html;
    view.shownContract = data.contract;
  }
  const mark = view.querySelector("#active-quote");
  // A redraw for another reason (a filter, another part) leaves the reader where they are.
  if (mark && view.shownClicks !== data.clicks) {
    const offset = mark.getBoundingClientRect().top - view.getBoundingClientRect().top;
    view.scrollTo({ top: view.scrollTop + offset - view.clientHeight / 3, behavior: "instant" });
    // On a narrow screen the contract stands below the review.
    view.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
  view.shownClicks = data.clicks;
}
