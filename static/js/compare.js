// Before and after: lays the two pictures of [data-compare] over each other and adds a slider that mouse, touch and keys move.
// Without this script they stand side by side. The split is a custom property set by script, so no inline style is needed.
(() => {
  "use strict";

  const show = (block, percent) => block.style.setProperty("--split", `${percent}%`);

  for (const block of document.querySelectorAll("[data-compare]")) {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = "0";
    slider.max = "100";
    slider.value = "50";
    slider.className = "compare-slider";
    slider.setAttribute("aria-label", block.dataset.compareLabel);
    slider.addEventListener("input", () => show(block, slider.value));
    block.append(slider);
    block.classList.add("is-slider");
    show(block, 50);
  }
})();
