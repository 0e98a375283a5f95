/* Slips are fetched, saved as the file that they are, and the page is shown anew: a download alone would leave "还没印"
   and the old button standing, and pressing it again voids what was just printed. Without this script, and when the
   office refuses, the form is sent as it is. */
(function () {
  "use strict";
  if (!window.fetch || !window.FormData || !window.DOMParser) { return; }
  var isBusy = false;

  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }
  function nameOf(answer) {
    var found = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") || "");
    return found ? decodeURIComponent(found[1]) : "";
  }
  function showAnew() {
    fetch(location.pathname, { credentials: "same-origin" })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        var main = new DOMParser().parseFromString(html, "text/html").getElementById("main");
        document.getElementById("main").replaceWith(main);
        isBusy = false;
      })
      .catch(function () { location.reload(); });
  }
  function sendAsItIs(form, button) {
    isBusy = false;
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.appendChild(field);
    form.submit();
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (form.id !== "slips" || !button) { return; }
    event.preventDefault();
    if (isBusy) { return; }
    isBusy = true;
    var sent = new FormData(form);
    sent.append(button.name, button.value);
    fetch(form.action, { method: "POST", body: sent, credentials: "same-origin" })
      .then(function (answer) {
        var name = nameOf(answer);
        if (!answer.ok || !name) { throw new Error("refused"); }
        return answer.blob().then(function (blob) { save(blob, name); });
      })
      .then(showAnew, function () { sendAsItIs(form, button); });
  });
}());
