// Charts from the numbers of a json_script element. The table below each chart says the same, so the drawing is hidden
// from screen readers. Right to left: categories run from the right, values stand at the right edge.
(function () {
  "use strict";

  var rtl = document.documentElement.dir === "rtl";
  var locale = document.documentElement.lang === "fa" ? "fa-IR" : "en-US";
  var number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  var drawn = [];

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function text(value, unit) {
    return value === null || value === undefined ? "–" : number.format(value) + (unit ? " " + unit : "");
  }

  function series(spec) {
    var colours = [token("--firuzeh"), token("--copper"), token("--silver"), token("--warn")];
    var decals = [null, { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -0.7 }, { symbol: "circle", symbolSize: 0.5 }, null];
    var rows = spec.series.map(function (row, index) {
      var decal = decals[index % 4] && Object.assign({ color: token("--surface") }, decals[index % 4]);
      return {
        name: row.name,
        type: spec.type === "line" ? "line" : "bar",
        stack: spec.type === "stacked" ? "all" : undefined,
        data: row.values,
        barMaxWidth: 36,
        symbolSize: 8,
        symbol: ["circle", "rect", "triangle", "diamond"][index % 4],
        lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][index % 3] },
        itemStyle: { color: colours[index % 4], decal: decal || undefined }
      };
    });
    return rtl && spec.type === "bar" && !spec.horizontal ? rows.reverse() : rows; // the first bar of a group at its right
  }

  function option(spec) {
    var font = { fontFamily: token("--font"), fontSize: 14, color: token("--slate") };
    var categories = {
      type: "category", data: spec.categories, inverse: spec.horizontal ? true : rtl,
      axisLabel: Object.assign({ interval: 0, hideOverlap: true }, font),
      axisLine: { lineStyle: { color: token("--line-strong") } }, axisTick: { show: false },
      position: spec.horizontal && rtl ? "right" : undefined
    };
    var values = {
      type: "value", inverse: spec.horizontal ? rtl : false, position: !spec.horizontal && rtl ? "right" : undefined,
      axisLabel: Object.assign({ formatter: function (value) { return number.format(value); } }, font),
      splitLine: { lineStyle: { color: token("--line") } }
    };
    var names = spec.series.map(function (row) { return row.name; });
    if (rtl) names.reverse();
    return {
      animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      aria: { decal: { show: true, decals: [{ symbol: "none" }] } },
      textStyle: { fontFamily: token("--font") },
      grid: { top: spec.series.length > 1 ? 48 : 16, bottom: 8, left: 8, right: 8, containLabel: true },
      legend: spec.series.length > 1 ? {
        data: names, top: 0, right: rtl ? 0 : "auto", left: rtl ? "auto" : 0, icon: "roundRect", itemWidth: 18,
        align: rtl ? "right" : "left", textStyle: Object.assign({}, font, { color: token("--ink") })
      } : undefined,
      tooltip: {
        trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" },
        backgroundColor: token("--surface"), borderColor: token("--line"), textStyle: { color: token("--ink"), fontFamily: token("--font") },
        valueFormatter: function (value) { return text(value, spec.unit); }
      },
      xAxis: spec.horizontal ? values : categories,
      yAxis: spec.horizontal ? categories : values,
      series: series(spec)
    };
  }

  function draw(box) {
    var spec = JSON.parse(document.getElementById(box.dataset.chart).textContent);
    box.hidden = false;
    // On a phone the names of categories only fit beside lying bars.
    if (spec.type !== "line" && box.clientWidth < 480) spec.horizontal = true;
    var chart = window.echarts.init(box, null, { renderer: "canvas" });
    chart.setOption(option(spec));
    drawn.push(function () { chart.setOption(option(spec), true); });
    new ResizeObserver(function () { chart.resize(); }).observe(box);
    var table = box.parentElement.querySelector("details.chart-table");
    if (table) table.open = false;
  }

  function drawAll() { document.querySelectorAll("[data-chart]").forEach(draw); }

  document.addEventListener("portal:theme", function () { drawn.forEach(function (again) { again(); }); });
  if (window.echarts) {
    // The drawing measures its words, so the font must be there first.
    (document.fonts ? document.fonts.load("14px Vazirmatn") : Promise.resolve()).then(drawAll, drawAll);
  }
})();
