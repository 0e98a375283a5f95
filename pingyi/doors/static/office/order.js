/* The order of speaking by drag, with mouse, pen or finger: dropped is saved. The arrows do the same without this. */
(function () {
  "use strict";
  var EDGE = 60, SCROLL = 12;

  document.querySelectorAll("[data-order]").forEach(function (list) {
    var form = document.getElementById(list.dataset.order), row = null, before = "";

    function rows() { return Array.prototype.slice.call(list.querySelectorAll("li[data-id]")); }
    function order() { return rows().map(function (one) { return one.dataset.id; }).join(","); }
    function number() {
      rows().forEach(function (one, place) { one.querySelector(".pos").textContent = place + 1; });
    }
    function place(y) {
      var others = rows().filter(function (one) { return one !== row; });
      var next = others.find(function (one) {
        var box = one.getBoundingClientRect();
        return y < box.top + box.height / 2;
      });
      list.insertBefore(row, next || list.querySelector("li.end"));
      number();
    }
    function back() {
      before.split(",").forEach(function (id) {
        list.insertBefore(list.querySelector("li[data-id='" + id + "']"), list.querySelector("li.end"));
      });
      number();
    }
    function drop(is_kept) {
      if (!row) { return; }
      row.classList.remove("lift", "moving");
      row = null;
      if (!is_kept) { back(); return; }
      if (order() !== before) {
        form.elements.order.value = order();
        form.submit();
      }
    }

    list.querySelectorAll(".grip").forEach(function (grip) {
      grip.hidden = false;
      grip.addEventListener("pointerdown", function (event) {
        if (event.button) { return; }
        event.preventDefault();
        row = grip.closest("li");
        before = order();
        row.classList.add("lift", "moving");
        /* The list holds the pointer: a row that is put elsewhere would lose it. */
        list.setPointerCapture(event.pointerId);
      });
    });
    list.addEventListener("pointermove", function (event) {
      if (!row) { return; }
      if (event.clientY < EDGE) { window.scrollBy(0, -SCROLL); }
      if (event.clientY > window.innerHeight - EDGE) { window.scrollBy(0, SCROLL); }
      place(event.clientY);
    });
    list.addEventListener("pointerup", function () { drop(true); });
    list.addEventListener("pointercancel", function () { drop(false); });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { drop(false); } });
  });
}());
