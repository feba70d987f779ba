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
        type: spec.type === "line" || row.line ? "line" : "bar", // one line over bars: the running sum of a Pareto chart
        stack: spec.type === "stacked" ? "all" : undefined,
        data: row.values,
        barMaxWidth: 36,
        symbolSize: 8,
        symbol: ["circle", "rect", "triangle", "diamond"][index % 4],
        lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][index % 3] },
        itemStyle: { color: colours[index % 4], decal: decal || undefined },
        markLine: spec.mark && !index ? {
          symbol: "none", silent: true, animation: false, data: [{ xAxis: spec.mark.at }],
          lineStyle: { color: token("--slate"), type: "dotted", width: 1.5 },
          label: { formatter: spec.mark.label, fontFamily: token("--font"), fontSize: 13, color: token("--slate") }
        } : undefined
      };
    });
    return rtl && spec.type === "bar" && !spec.horizontal ? rows.reverse() : rows; // the first bar of a group at its right
  }

  // Many months side by side: each stands on two lines, the year below its month.
  function broken(spec) {
    return spec.categories.length > 8 ? function (name) { return name.replace(/ (?=\S+$)/, "\n"); } : undefined;
  }

  // Lines the names of the series take above the drawing, each with its key and the gap after it.
  function legendLines(spec, width) {
    if (!spec.series || spec.series.length < 2) return 0;
    var pen = document.createElement("canvas").getContext("2d");
    pen.font = "14px " + token("--font");
    var lines = 1, used = 0;
    spec.series.forEach(function (row) {
      var room = 18 + 5 + pen.measureText(row.name).width + 10;
      if (used && used + room > width) { lines += 1; used = 0; }
      used += room;
    });
    return lines;
  }

  function option(spec, narrow, width) {
    if (spec.type === "graph") return graph(spec, narrow);
    var font = { fontFamily: token("--font"), fontSize: 14, color: token("--slate") };
    var categories = {
      type: "category", data: spec.categories, inverse: spec.horizontal ? true : rtl,
      axisLabel: Object.assign({ interval: 0, hideOverlap: true, lineHeight: 18, formatter: spec.horizontal ? undefined : broken(spec) }, spec.horizontal && narrow ? { width: 116, overflow: "break" } : {}, font),
      axisLine: { lineStyle: { color: token("--line-strong") } }, axisTick: { show: false },
      position: spec.horizontal && rtl ? "right" : undefined
    };
    var values = {
      type: "value", max: spec.most, inverse: spec.horizontal ? rtl : false, position: !spec.horizontal && rtl ? "right" : undefined,
      splitNumber: narrow && spec.horizontal ? 2 : 5,
      axisLabel: Object.assign({ hideOverlap: true, formatter: function (value) { return number.format(value); } }, font),
      splitLine: { lineStyle: { color: token("--line") } }
    };
    var lines = legendLines(spec, width);
    var names = spec.series.map(function (row) { return row.name; });
    if (rtl) names.reverse();
    return {
      animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      aria: { decal: { show: true, decals: [{ symbol: "none" }] } },
      textStyle: { fontFamily: token("--font") },
      grid: { top: lines ? 24 + 24 * lines : 16, bottom: 8, left: spec.horizontal ? 32 : 8, right: 8, containLabel: true }, // half of the last number stands outside
      legend: spec.series.length > 1 ? {
        data: names, top: 0, right: rtl ? 0 : "auto", left: rtl ? "auto" : 0, icon: "roundRect", itemWidth: 18, width: narrow ? width : undefined,
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

  // Nodes and arrows: who does something for whom. Colours and shapes name the group, the thickness the strength.
  function graph(spec, narrow) {
    var colours = [token("--firuzeh"), token("--copper"), token("--warn"), token("--silver"), token("--ok"), token("--slate"), token("--stop"), token("--line-strong")];
    var shapes = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];
    var font = { fontFamily: token("--font"), fontSize: 13, color: token("--ink") };
    var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    return {
      animation: !calm,
      textStyle: { fontFamily: token("--font") },
      legend: {
        data: spec.groups.map(function (name, index) { return { name: name, icon: shapes[index % 8] }; }),
        top: 0, left: "center", align: rtl ? "right" : "left", itemWidth: narrow ? 12 : 18, itemHeight: 12,
        textStyle: Object.assign({}, font, { fontSize: narrow ? 11 : 13 })
      },
      tooltip: {
        renderMode: "richText", backgroundColor: token("--surface"), borderColor: token("--line"), textStyle: font,
        formatter: function (item) { return item.dataType === "edge" ? item.data.value : item.data.name; }
      },
      series: [{
        type: "graph", layout: "circular", circular: { rotateLabel: !narrow }, roam: false,
        top: narrow ? 140 : 170, bottom: narrow ? 32 : 120, left: narrow ? 32 : 150, right: narrow ? 32 : 150,
        categories: spec.groups.map(function (name, index) {
          return { name: name, symbol: shapes[index % 8], itemStyle: { color: colours[index % 8] } };
        }),
        data: spec.nodes.map(function (node, index) {
          return {
            id: node.id, name: node.name, category: node.group, symbolSize: (narrow ? 10 : 14) + 3 * Math.min(node.size - 1, 6),
            label: narrow ? { formatter: number.format(index + 1) } : undefined
          };
        }),
        links: spec.edges.map(function (edge) {
          return {
            source: edge.source, target: edge.target, label: { show: false }, value: edge.label,
            lineStyle: { width: edge.strength, color: token("--line-strong"), curveness: 0.12 }
          };
        }),
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 7,
        label: Object.assign({}, font, { show: true, position: narrow ? "top" : "right", width: 150, overflow: "break", lineHeight: 16, fontSize: narrow ? 12 : 13 }),
        emphasis: { focus: "adjacency" }
      }]
    };
  }

  // A phone has no room for names around the circle: there stand numbers, and the names below them.
  function key(box, spec) {
    var list = document.createElement("ol");
    list.className = "chart-key";
    list.setAttribute("aria-hidden", "true");
    spec.nodes.forEach(function (node) {
      list.appendChild(document.createElement("li")).textContent = node.name;
    });
    box.after(list);
  }

  function draw(box) {
    var spec = JSON.parse(document.getElementById(box.dataset.chart).textContent);
    box.hidden = false;
    // On a phone the names of categories only fit beside lying bars.
    if (spec.type !== "line" && spec.type !== "graph" && box.clientWidth < 480) spec.horizontal = true;
    var bars = spec.horizontal && (spec.type === "stacked" ? 1 : spec.series.length);
    var width = box.clientWidth - 24;
    var lines = legendLines(spec, width);
    if (spec.horizontal) box.style.blockSize = Math.max(180, 70 + spec.categories.length * (26 + 20 * bars)) + 24 * Math.max(0, lines - 1) + "px";
    var chart = window.echarts.init(box, null, { renderer: "canvas" });
    var narrow = box.clientWidth < 480;
    if (narrow && spec.type === "graph") key(box, spec);
    chart.setOption(option(spec, narrow, width));
    drawn.push(function () { chart.setOption(option(spec, narrow, width), true); });
    new ResizeObserver(function () { chart.resize(); }).observe(box);
    var table = box.parentElement.querySelector("details.chart-table");
    if (table) table.open = false;
  }

  function drawAll() { document.querySelectorAll("[data-chart]").forEach(draw); }

  // On paper the table stands under its drawing.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.chart-table").forEach(function (table) { table.open = true; });
  });

  document.addEventListener("portal:theme", function () { drawn.forEach(function (again) { again(); }); });
  if (window.echarts) {
    // The drawing measures its words, so the font must be there first.
    (document.fonts ? document.fonts.load("14px Vazirmatn") : Promise.resolve()).then(drawAll, drawAll);
  }
})();
