// Runs before the page is painted: a choice of light or dark colours kept in the cookie wins over the device's.
(function () {
  "use strict";
  var kept = document.cookie.match(/(?:^|; )theme=(light|dark)(?:;|$)/);
  if (kept) document.documentElement.setAttribute("data-theme", kept[1]);
})();
