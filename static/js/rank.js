// Dragging for a list in order of liking. The rows bear hidden `order` inputs, so their order on screen is the order
// that is posted; the up, down and remove buttons post the same form without any script.
(function () {
  "use strict";

  function prepare(list) {
    if (list.dataset.ready || !window.Sortable) return;
    list.dataset.ready = "1";
    var form = list.closest("form");
    var save = form.querySelector("[data-rank-save]");
    list.querySelectorAll("[data-rank-grip]").forEach(function (grip) { grip.hidden = false; });
    window.Sortable.create(list, {
      handle: "[data-rank-grip]",
      draggable: ".rank-row",
      ghostClass: "is-dragged",
      animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
      onEnd: function (event) {
        if (event.oldIndex === event.newIndex) return;
        save.hidden = false;
        form.requestSubmit(save);
      }
    });
  }

  function prepareAll(scope) { scope.querySelectorAll("[data-rank]").forEach(prepare); }

  prepareAll(document);
  document.addEventListener("htmx:load", function (event) { prepareAll(event.target); });
})();
