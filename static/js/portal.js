// What scripts add to pages that work without them.
(function () {
  "use strict";

  var root = document.documentElement;

  /* ---- colours ---- */
  function isDark() {
    var theme = root.getAttribute("data-theme");
    return theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function labelSwitch(button) {
    var dark = isDark();
    var label = dark ? button.dataset.toLight : button.dataset.toDark;
    button.hidden = false;
    button.title = label;
    button.classList.toggle("is-dark", dark);
    button.querySelector("[data-theme-text]").textContent = label;
  }

  function setTheme(theme) {
    root.setAttribute("data-theme", theme);
    document.cookie = "theme=" + theme + ";path=/;max-age=31536000;samesite=lax" + (location.protocol === "https:" ? ";secure" : "");
    document.querySelectorAll("[data-theme-switch]").forEach(labelSwitch);
    document.dispatchEvent(new CustomEvent("portal:theme"));
  }

  /* ---- forms ---- */
  // Two clicks are one wish; a wish repeated later is a new one. The server is idempotent anyway, so the guard lets go
  // after two seconds and whenever the page comes back from the history.
  var GUARD_MS = 2000;

  function guard(event) {
    var form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || (form.getAttribute("method") || "").toLowerCase() !== "post") return;
    var last = Number(form.dataset.sentAt || 0);
    if (Date.now() - last < GUARD_MS) {
      event.preventDefault();
      return;
    }
    form.dataset.sentAt = String(Date.now());
    form.classList.add("is-sending");
    window.setTimeout(function () { release(form); }, GUARD_MS);
  }

  function release(form) {
    delete form.dataset.sentAt;
    form.classList.remove("is-sending");
  }

  function focusErrors(scope) {
    var summary = scope.querySelector("[data-error-summary]");
    if (summary) summary.focus();
  }

  // The link of an error puts the cursor into its field and shows the label with it.
  function followError(event) {
    var link = event.target.closest("[data-error-summary] a[href^='#']");
    var field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest(".field") || field).scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  }

  /* ---- menus ---- */
  function closeMenus(event) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) {
        menu.open = false;
        if (event.type === "keydown") menu.querySelector("summary").focus();
      }
    });
  }

  function fitFilters() {
    if (window.matchMedia("(max-width: 47.99rem)").matches) {
      document.querySelectorAll("details[data-filters]").forEach(function (panel) {
        if (!panel.querySelector(".field-error")) panel.open = false;
      });
    }
  }

  // A row of tabs that is wider than a phone begins at the tab of this page.
  function showTab(tab) {
    var row = tab.closest(".tabs").getBoundingClientRect(), place = tab.getBoundingClientRect();
    tab.closest(".tabs").scrollLeft += place.left + place.width / 2 - row.left - row.width / 2;
  }

  function printPage(event) {
    if (event.target.closest("[data-print]")) window.print();
  }

  /* ---- amounts ---- */
  // People speak of tomans and forms want rials: the amount in tomans stands under the box while one types.
  function digits(text) {
    return text.replace(/[۰-۹]/g, function (d) { return d.charCodeAt(0) - 0x6f0; })
      .replace(/[٠-٩]/g, function (d) { return d.charCodeAt(0) - 0x660; })
      .replace(/[\s,،٬]/g, "");
  }

  function showTomans(input) {
    var note = input.nextElementSibling;
    if (!note || !note.classList.contains("amount-note")) {
      note = document.createElement("output");
      note.className = "hint amount-note";
      note.htmlFor = input.id;
      input.after(note);
    }
    var rials = digits(input.value);
    note.textContent = /^\d{2,18}$/.test(rials)
      ? document.body.dataset.tomans.replace("{amount}", (BigInt(rials) / 10n).toLocaleString(root.lang === "fa" ? "fa-IR" : "en-US"))
      : "";
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-amount='rials']")) showTomans(event.target);
  });
  document.querySelectorAll("[data-amount='rials']").forEach(showTomans);

  document.querySelectorAll("[data-theme-switch]").forEach(labelSwitch);
  document.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });
  document.querySelectorAll(".tabs a[aria-current]").forEach(showTab);
  focusErrors(document);
  fitFilters();

  document.addEventListener("submit", guard);
  document.addEventListener("click", followError);
  document.addEventListener("click", closeMenus);
  document.addEventListener("click", printPage);
  document.addEventListener("keydown", closeMenus);
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-theme-switch]")) setTheme(isDark() ? "light" : "dark");
  });
  document.addEventListener("htmx:afterSwap", function (event) { focusErrors(event.target); });
  window.addEventListener("pageshow", function () { document.querySelectorAll("form").forEach(release); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    document.querySelectorAll("[data-theme-switch]").forEach(labelSwitch);
    document.dispatchEvent(new CustomEvent("portal:theme"));
  });
})();
