/// What an item's page can do more where scripts run: what is typed is saved while it is typed.
///
/// Until the server has acknowledged it, it is kept in the browser too, with the version that it was
/// typed over; a dropped connection loses nothing, and what somebody else saved in between is found
/// by the server as always.
let applicationScript: StaticString = """
  "use strict";
  (function () {
    var form = document.querySelector("form[data-owner]");
    if (!form || !window.fetch || !window.URLSearchParams) return;
    var status = document.getElementById("tu-luu");
    var vi = document.documentElement.lang === "vi";
    var key = "parindex " + form.getAttribute("data-owner") + " " + form.getAttribute("action");
    var timer = 0, running = false, changed = false, stopped = false;
    function say(text, isBad) {
      status.textContent = text;
      status.className = isBad ? "due" : "dim";
    }
    function typed() { return new URLSearchParams(new FormData(form)); }
    function keep() {
      var data = typed();
      data.delete("token");
      try { localStorage.setItem(key, data.toString()); } catch (error) { return; }
    }
    function forget() { try { localStorage.removeItem(key); } catch (error) { return; } }
    function later(time) {
      clearTimeout(timer);
      timer = setTimeout(save, time);
    }
    function save() {
      if (running || stopped) return;
      running = true;
      changed = false;
      var data = typed();
      data.set("auto", "1");
      fetch(form.getAttribute("action"), { method: "POST", body: data, credentials: "same-origin" })
        .then(function (answer) {
          if (answer.status === 200) {
            return answer.json().then(function (saved) {
              form.elements.version.value = saved.version;
              if (changed) keep(); else forget();
              say(saved.text, false);
            });
          }
          stopped = answer.status < 500 && answer.status !== 408;
          if (!stopped) throw answer;
          say(answer.status === 409
            ? (vi ? "Ng\\u01b0\\u1eddi kh\\u00e1c v\\u1eeba s\\u1eeda m\\u1ee5c n\\u00e0y: b\\u1ea5m L\\u01b0u \\u0111\\u1ec3 xem."
              : "Somebody else has changed this item: press Save to see.")
            : (vi ? "Ch\\u01b0a l\\u01b0u \\u0111\\u01b0\\u1ee3c; n\\u1ed9i dung c\\u00f2n gi\\u1eef \\u1edf m\\u00e1y n\\u00e0y. \\u0110\\u0103ng nh\\u1eadp l\\u1ea1i r\\u1ed3i m\\u1edf l\\u1ea1i trang."
              : "Not saved; it is kept on this machine. Sign in again, then open this page again."), true);
        })
        .catch(function (problem) {
          if (problem.status) say(vi ? "M\\u00e1y ch\\u1ee7 ch\\u01b0a l\\u01b0u \\u0111\\u01b0\\u1ee3c: n\\u1ed9i dung c\\u00f2n gi\\u1eef \\u1edf m\\u00e1y n\\u00e0y, s\\u1ebd l\\u01b0u l\\u1ea1i."
            : "The server could not save it: it is kept on this machine and will be saved again.", true);
          else say(vi ? "M\\u1ea5t k\\u1ebft n\\u1ed1i: n\\u1ed9i dung c\\u00f2n gi\\u1eef \\u1edf m\\u00e1y n\\u00e0y, s\\u1ebd l\\u01b0u l\\u1ea1i."
            : "No connection: it is kept on this machine and will be saved again.", true);
          changed = true;
        })
        .then(function () {
          running = false;
          if (changed && !stopped) later(5000);
        });
    }
    function restore() {
      var old = null;
      try { old = localStorage.getItem(key); } catch (error) { return; }
      if (old === null) return;
      var isOther = false;
      new URLSearchParams(old).forEach(function (value, name) {
        var field = form.elements[name];
        if (field && name !== "version" && field.value !== value) isOther = true;
      });
      if (!isOther) return forget();
      new URLSearchParams(old).forEach(function (value, name) {
        if (form.elements[name]) form.elements[name].value = value;
      });
      say(vi ? "\\u0110\\u00e3 kh\\u00f4i ph\\u1ee5c n\\u1ed9i dung ch\\u01b0a l\\u01b0u." : "Restored what was not saved.", true);
      later(1000);
    }
    form.addEventListener("input", function () {
      changed = true;
      keep();
      later(1500);
    });
    restore();
  })();

  """
