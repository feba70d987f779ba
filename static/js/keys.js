// Security keys: shows the button where the browser knows them and gives it to allauth's script. The pages say what to
// do where it does not.
(function () {
  "use strict";

  function show(mark) {
    document.querySelectorAll("[" + mark + "]").forEach(function (place) { place.hidden = false; });
  }

  var button = document.getElementById("key-button");
  if (!button) return;
  // At a bare network address a browser has no name to bind a key to, and over http it refuses.
  if (!window.PublicKeyCredential || /^[\d.]+$|:/.test(location.hostname)) {
    show("data-key-unknown");
    return;
  }

  var form = button.closest("form");
  button.hidden = false;
  window.allauth.webauthn.forms[button.dataset.key]({
    ids: {
      add: button.id,
      authenticate: button.id,
      login: button.id,
      credential: form.querySelector("[name='credential']").id,
      passwordless: form.querySelector("[name='passwordless']") ? form.querySelector("[name='passwordless']").id : "",
      data: "key-data"
    }
  });
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    show("data-key-failed");
  });
})();
