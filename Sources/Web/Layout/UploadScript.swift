/// What the form of a unit's shelf does more where scripts run: a file goes in pieces, and a line that
/// breaks loses none of them.
///
/// The server knows a file again by its digest: after a break, a reload or another day's sign-in the
/// same file, chosen once more, goes on where it stands. At its end the form is sent as it would be
/// without a script, with the upload's id in the place of the file.
let uploadScript: StaticString = """
  "use strict";
  (function () {
    var form = document.querySelector("form[data-pieces]");
    var status = document.getElementById("tai-len");
    if (!form || !status || !window.fetch || !window.crypto || !crypto.subtle) return;
    var vi = document.documentElement.lang === "vi";
    var address = form.getAttribute("data-pieces");
    var field = form.elements.file, token = form.elements.token.value;
    // Files of one piece go with the form itself.
    var usual = 262144, smallest = 32768, largest = 1048576;
    var step = usual, running = false, saidAt = 0, saidTenth = -1;
    function say(text, isBad) {
      status.textContent = text;
      status.className = isBad ? "due" : "dim";
    }
    function megabytes(bytes) {
      var text = (bytes / 1000000).toFixed(1);
      return vi ? text.replace(".", ",") : text;
    }
    function soFar(received, size) {
      var percent = Math.floor(received * 100 / size);
      return vi ? "\\u0110\\u00e3 t\\u1ea3i " + megabytes(received) + "/" + megabytes(size) + " MB (" + percent + "%)"
        : "Sent " + megabytes(received) + " of " + megabytes(size) + " MB (" + percent + "%)";
    }
    // Whoever listens is not told of every piece.
    function progress(received, size) {
      var tenth = Math.floor(received * 10 / size);
      if (tenth === saidTenth && Date.now() - saidAt < 5000) return;
      saidTenth = tenth;
      saidAt = Date.now();
      say(soFar(received, size) + ".", false);
    }
    function wait(seconds) {
      return new Promise(function (go) { setTimeout(go, seconds * 1000); });
    }
    async function digest(file) {
      var bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
    }
    // Null: nothing came, or it is worth asking once more.
    async function ask(path, options) {
      options.credentials = "same-origin";
      try {
        var answer = await fetch(path, options);
        if (answer.status === 408 || answer.status >= 500 && answer.status !== 507) return null;
        var told = {};
        if ((answer.headers.get("content-type") || "").indexOf("json") > 0) told = await answer.json();
        told.status = answer.redirected ? 401 : answer.status;
        return told;
      } catch (error) { return null; }
    }
    function begin(file, sha256) {
      var said = new URLSearchParams({ token: token, name: file.name, size: file.size, sha256: sha256 });
      return ask(address, { method: "POST", body: said });
    }
    function piece(file, id, received) {
      return ask(address + "/" + id + "?tu=" + received, {
        method: "POST", body: file.slice(received, received + step),
        headers: { "content-type": "application/octet-stream", "x-form-token": token }
      });
    }
    // The id of the whole file, once all of it is there.
    async function send(file, sha256) {
      var id = null, received = 0, isSure = false, pause = 1;
      for (;;) {
        if (isSure && received === file.size) return id;
        var began = Date.now();
        var isPiece = id !== null && isSure;
        var told = id === null ? await begin(file, sha256)
          : isSure ? await piece(file, id, received) : await ask(address + "/" + id, {});
        if (told === null) {
          isSure = false;
          step = Math.max(step / 2, smallest);
          say((vi ? "M\\u1ea5t k\\u1ebft n\\u1ed1i ho\\u1eb7c m\\u00e1y ch\\u1ee7 b\\u1eadn. " : "No connection, or the server is busy. ")
            + soFar(received, file.size)
            + (vi ? "; th\\u1eed l\\u1ea1i sau " + pause + " gi\\u00e2y." : "; trying again in " + pause + " s."), true);
          await wait(pause);
          pause = Math.min(pause * 2, 60);
          continue;
        }
        var isElsewhere = told.status === 409 && told.received !== undefined;
        if (told.status === 404 && id !== null) {
          id = null;
          isSure = false;
        } else if (told.status === 200 || isElsewhere) {
          if (id === null) id = told.upload;
          received = told.received;
          isSure = true;
          progress(received, file.size);
        } else {
          throw told.text || (vi
            ? "Ch\\u01b0a t\\u1ea3i \\u0111\\u01b0\\u1ee3c t\\u1ec7p: \\u0111\\u0103ng nh\\u1eadp l\\u1ea1i, m\\u1edf l\\u1ea1i trang n\\u00e0y r\\u1ed3i ch\\u1ecdn l\\u1ea1i \\u0111\\u00fang t\\u1ec7p \\u0111\\u00f3 \\u0111\\u1ec3 t\\u1ea3i ti\\u1ebfp."
            : "The file could not be sent: sign in again, open this page again and choose the same file to go on.");
        }
        if (told.status === 200) {
          pause = 1;
          if (isPiece && Date.now() - began < 2000) step = Math.min(step * 2, largest);
        } else {
          await wait(pause);
          pause = Math.min(pause * 2, 60);
        }
      }
    }
    function add(id) {
      var hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = "upload";
      hidden.value = id;
      form.appendChild(hidden);
      field.disabled = true;
      form.submit();
    }
    // Whoever comes back finds the form as it was.
    window.addEventListener("pageshow", function () {
      var hidden = form.querySelector("input[name=upload]");
      if (hidden) hidden.remove();
      field.disabled = false;
      running = false;
    });
    form.addEventListener("submit", function (event) {
      var file = field.files[0];
      if (running) return event.preventDefault();
      if (!file || file.size <= usual) return;
      event.preventDefault();
      running = true;
      say(vi ? "\\u0110ang \\u0111\\u1ecdc t\\u1ec7p\\u2026" : "Reading the file\\u2026", false);
      digest(file)
        .then(function (sha256) { return send(file, sha256); })
        .then(add)
        .catch(function (problem) {
          running = false;
          say(typeof problem === "string" ? problem
            : vi ? "Kh\\u00f4ng \\u0111\\u1ecdc \\u0111\\u01b0\\u1ee3c t\\u1ec7p; ch\\u1ecdn l\\u1ea1i t\\u1ec7p." : "The file cannot be read; choose it once more.", true);
        });
    });
  })();

  """
