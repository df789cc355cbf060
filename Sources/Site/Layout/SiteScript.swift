/// What a page can do more where scripts run: tables are sorted and filtered.
///
/// Nothing is fetched.
let siteScript: StaticString = """
  "use strict";
  (function () {
    var vi = document.documentElement.lang === "vi";
    function plain(text) {
      return text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").replace(/\\u0111/gi, "d").toLowerCase();
    }
    function key(row, place) {
      var cell = row.cells[place];
      var value = cell ? cell.getAttribute("data-v") : null;
      return value === null || value === "" ? null : parseFloat(value);
    }
    function sortable(table) {
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, place) {
        if (!head.hasAttribute("data-k")) return;
        var button = document.createElement("button");
        button.type = "button";
        while (head.firstChild) button.appendChild(head.firstChild);
        head.appendChild(button);
        button.addEventListener("click", function () {
          var falls = head.getAttribute("aria-sort") === "ascending";
          Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
            other.removeAttribute("aria-sort");
          });
          head.setAttribute("aria-sort", falls ? "descending" : "ascending");
          var body = table.tBodies[0];
          Array.prototype.slice.call(body.rows).map(function (row, old) {
            return { row: row, key: key(row, place), old: old };
          }).sort(function (a, b) {
            if (a.key === b.key) return a.old - b.old;
            if (a.key === null) return 1;
            if (b.key === null) return -1;
            return falls ? b.key - a.key : a.key - b.key;
          }).forEach(function (entry) { body.appendChild(entry.row); });
        });
      });
    }
    function field(label, control) {
      var holder = document.createElement("label");
      holder.appendChild(document.createTextNode(label));
      holder.appendChild(control);
      return holder;
    }
    function filtered(table) {
      var rows = Array.prototype.slice.call(table.tBodies[0].rows);
      if (rows.length < 6) return;
      var texts = rows.map(function (row) { return plain(row.textContent); });
      var tools = document.createElement("div");
      tools.className = "tools";
      var input = document.createElement("input");
      input.type = "search";
      input.autocomplete = "off";
      tools.appendChild(field(table.getAttribute("data-filter"), input));
      var choices = [];
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, place) {
        if (!head.hasAttribute("data-c")) return;
        var names = [];
        rows.forEach(function (row) {
          var name = row.cells[place].textContent;
          if (names.indexOf(name) < 0) names.push(name);
        });
        if (names.length < 2) return;
        var select = document.createElement("select");
        select.appendChild(new Option(vi ? "T\\u1ea5t c\\u1ea3" : "All", ""));
        names.forEach(function (name) { select.appendChild(new Option(name, name)); });
        tools.appendChild(field(head.textContent, select));
        choices.push({ place: place, select: select });
      });
      var status = document.createElement("p");
      status.setAttribute("role", "status");
      tools.appendChild(status);
      function show() {
        var words = plain(input.value).split(/\\s+/);
        var shown = 0;
        rows.forEach(function (row, number) {
          var fits = words.every(function (word) { return texts[number].indexOf(word) >= 0; })
            && choices.every(function (choice) {
              return !choice.select.value || row.cells[choice.place].textContent === choice.select.value;
            });
          row.hidden = !fits;
          if (fits) shown += 1;
        });
        status.textContent = (vi ? "Hi\\u1ec7n " : "Showing ") + shown + "/" + rows.length;
      }
      input.addEventListener("input", show);
      choices.forEach(function (choice) { choice.select.addEventListener("change", show); });
      var box = table.parentNode;
      box.parentNode.insertBefore(tools, box);
      show();
    }
    Array.prototype.forEach.call(document.querySelectorAll("table[data-sort]"), sortable);
    Array.prototype.forEach.call(document.querySelectorAll("table[data-filter]"), filtered);
  })();

  """
