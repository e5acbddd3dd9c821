// Says so when the hub no longer answers, rather than showing old figures as if they were new.
(() => {
  const lost = document.getElementById("lost");
  const show = (gone) => { lost.hidden = !gone; };
  document.addEventListener("htmx:sendError", () => show(true));
  document.addEventListener("htmx:responseError", () => show(true));
  document.addEventListener("htmx:afterSwap", () => show(false));
})();
