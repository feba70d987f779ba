// A site plan: polygons with the status in colour and pattern, kept in step with the list beside it. No tiles are
// fetched: the plan is the map. The list is the map's equal, so the plan itself takes no place in the tab order.
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";

  // Ground colour and drawing of each status; the drawing alone tells statuses of one colour apart.
  var LOOKS = {
    PLANNED: ["neutral", []],
    NOT_SERVICED: ["neutral", ["M0 12L12 0"]],
    AVAILABLE: ["ok", ["M6 5V7"]],
    OPEN: ["ok", ["M6 0V12"]],
    OPERATING: ["neutral", ["M6 0V12"]],
    IN_CALL: ["info", []],
    OFFERED: ["info", ["M6 5V7"]],
    CONTRACTED: ["info", ["M0 12L12 0"]],
    DELIVERED: ["info", ["M6 0V12"]],
    UNDER_CONSTRUCTION: ["info", ["M0 6H12", "M6 0V12"]],
    ALLOCATED: ["craft", ["M0 12L12 0"]],
    IDLE: ["warn", ["M0 6H12"]],
    RECLAIMED: ["stop", ["M0 0L12 12", "M0 12L12 0"]],
    UNKNOWN: ["neutral", ["M6 5V7"]]
  };

  function fillOf(status) {
    var name = String(status).toUpperCase();
    return "url(#map-look-" + (LOOKS[name] ? name : "UNKNOWN") + ")";
  }

  function element(name, attributes, parent) {
    var node = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    parent.appendChild(node);
    return node;
  }

  // The patterns live in one hidden drawing of the page; plan and legend both point at them.
  function definePatterns() {
    if (document.getElementById("map-patterns")) return;
    var svg = element("svg", { id: "map-patterns", width: 0, height: 0, "aria-hidden": "true", class: "visually-hidden" }, document.body);
    var defs = element("defs", {}, svg);
    Object.keys(LOOKS).forEach(function (status) {
      var tone = LOOKS[status][0];
      var pattern = element("pattern", { id: "map-look-" + status, width: 12, height: 12, patternUnits: "userSpaceOnUse" }, defs);
      element("rect", { width: 12, height: 12, class: "map-ground map-ground-" + tone }, pattern);
      LOOKS[status][1].forEach(function (d) { element("path", { d: d, class: "map-lines map-lines-" + tone }, pattern); });
    });
  }

  // A presentation attribute would lose to the stylesheet, and a url() in the stylesheet would not find the page's
  // patterns: the fill is set on the element's own style by script.
  function fillKeys() {
    document.querySelectorAll("[data-map-key]").forEach(function (rect) { rect.style.fill = fillOf(rect.dataset.mapKey); });
  }

  function load(box) {
    var own = document.getElementById(box.dataset.map);
    if (own) return Promise.resolve(JSON.parse(own.textContent));
    return fetch(box.dataset.url, { headers: { Accept: "application/geo+json, application/json" } }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  function rows(box) {
    var list = document.querySelector('[data-map-list="' + box.dataset.map + '"]');
    return list ? Array.from(list.querySelectorAll("[data-feature]")) : [];
  }

  function draw(box, collection) {
    var map = L.map(box, {
      crs: box.dataset.crs === "plan" ? L.CRS.Simple : L.CRS.EPSG3857,
      minZoom: -5, maxZoom: 22, zoomSnap: 0.25, attributionControl: false, zoomControl: false,
      scrollWheelZoom: false, dragging: !L.Browser.mobile, keyboard: false, renderer: L.svg({ padding: 0.5 })
    });
    L.control.zoom({
      position: document.documentElement.dir === "rtl" ? "topleft" : "topright",
      zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut
    }).addTo(map);
    var shapes = {};
    // What has `context` lies beneath and answers nothing: limits, streets, greens, buildings, counties.
    var ground = L.geoJSON(collection, {
      interactive: false,
      filter: function (feature) { return feature.properties.context; },
      style: function (feature) { return { className: "map-context map-context-" + feature.properties.context, weight: 1 }; },
      onEachFeature: function (feature, shape) {
        var facts = feature.properties;
        if (!facts.label || facts.context !== "county") return;
        var name = document.createElement("span");
        name.textContent = facts.label;
        shape.bindTooltip(name, { permanent: true, direction: "center", className: "map-name map-name-" + facts.context });
      }
    }).addTo(map);
    var layer = L.geoJSON(collection, {
      filter: function (feature) { return !feature.properties.context; },
      style: function (feature) {
        return { className: "map-plot", fillColor: fillOf(feature.properties.status), fillOpacity: 1, weight: 1 };
      },
      onEachFeature: function (feature, shape) {
        var facts = feature.properties;
        (shapes[facts.code] = shapes[facts.code] || []).push(shape);
        var text = document.createElement("span");
        text.textContent = facts.label + " – " + facts.status_label;
        shape.bindTooltip(text, { sticky: true, direction: "top" });
        shape.on("mouseover", function () { light(box, shapes, facts.code, false); });
        shape.on("click", function () { light(box, shapes, facts.code, true); });
      }
    }).addTo(map);
    var everything = ground.getBounds().extend(layer.getBounds());
    var part = layer.getBounds().isValid() && box.dataset.fit === "plots";
    map.fitBounds(part ? layer.getBounds().pad(0.15) : everything, { padding: [12, 12] });
    // Drawn only now, when the map knows what it shows.
    Object.keys(shapes).forEach(function (code) {
      shapes[code].forEach(function (shape) { if (shape._path) shape._path.setAttribute("data-plot", code); });
    });
    rows(box).forEach(function (row) {
      var code = row.dataset.feature;
      row.addEventListener("mouseenter", function () { light(box, shapes, code, false); });
      row.addEventListener("focusin", function () {
        light(box, shapes, code, false);
        var shape = (shapes[code] || [])[0];
        if (shape && !map.getBounds().contains(shape.getBounds())) map.panTo(shape.getBounds().getCenter());
      });
      if (row.hasAttribute("data-chosen")) mark(shapes[code], "is-chosen", true);
    });
    return map;
  }

  function mark(list, name, on) {
    (list || []).forEach(function (shape) {
      if (shape._path) shape._path.classList.toggle(name, on);
      if (on) shape.bringToFront();
    });
  }

  // Lights one plot on the plan and in the list. A click also brings its row into sight and puts the focus there.
  function light(box, shapes, code, go) {
    Object.keys(shapes).forEach(function (other) { mark(shapes[other], "is-lit", false); });
    mark(shapes[code], "is-lit", true);
    rows(box).forEach(function (row) {
      var here = row.dataset.feature === code;
      row.classList.toggle("is-lit", here);
      if (here && go) {
        row.scrollIntoView({ block: "nearest" });
        var control = row.querySelector("a, button, input");
        if (control) control.focus({ preventScroll: true });
      }
    });
  }

  function start(box) {
    box.hidden = false;
    load(box).then(function (collection) {
      definePatterns();
      fillKeys();
      draw(box, collection);
    }).catch(function () {
      box.removeAttribute("role");
      box.textContent = box.dataset.failed;
      box.classList.add("map-failed");
    });
  }

  document.querySelectorAll("[data-map]").forEach(start);
})();
