// Proposals under a search field: the combobox pattern of the ARIA Authoring Practices. Without this script the field works as it is.
const quiet = 150;

class Suggestions {
  constructor(field) {
    this.field = field;
    this.options = [];
    this.chosen = -1;
    this.typed = field.value;
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-suggestions`;
    this.list.className = "d4-voorstellen";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.dataset.suggestName);
    this.list.hidden = true;
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    field.after(this.list, this.status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    // The field keeps the focus, so that a click isn't a blur first.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  wait() {
    this.typed = this.field.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), quiet);
  }

  async ask() {
    this.asking?.abort();
    this.asking = new AbortController();
    if (this.typed.trim().length < 2) {
      this.close();
      return;
    }
    try {
      const answer = await fetch(`${this.field.dataset.suggest}&q=${encodeURIComponent(this.typed)}`, { signal: this.asking.signal });
      this.show(answer.ok ? await answer.json() : { queries: [], pages: [] });
    } catch {
      // A newer question took its place, or the site can't be reached: the field still submits.
      this.close();
    }
  }

  show({ queries, pages }) {
    const rows = [
      ...queries.map((query) => ({ text: query })),
      ...pages.map((page) => ({ text: page.title, kind: page.kind, url: page.url })),
    ];
    this.options = rows.map((row, number) => this.option(row, number));
    this.list.replaceChildren(...this.options);
    this.choose(-1);
    const open = rows.length > 0 && document.activeElement === this.field;
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    const { suggestNone, suggestOne, suggestMany } = this.field.dataset;
    this.status.textContent = rows.length === 0 ? suggestNone : rows.length === 1 ? suggestOne : suggestMany.replace("{0}", rows.length);
  }

  option(row, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.text = row.text;
    option.append(row.text);
    if (row.url) {
      option.dataset.url = row.url;
      const kind = document.createElement("span");
      kind.textContent = row.kind;
      option.append(" ", kind);
    }
    return option;
  }

  choose(number) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = number;
    const option = this.options[number];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
    this.field.value = option && !option.dataset.url ? option.dataset.text : this.typed;
  }

  press(event) {
    const isOpen = !this.list.hidden;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.options.length > 0) {
      event.preventDefault();
      if (!isOpen) {
        this.list.hidden = false;
        this.field.setAttribute("aria-expanded", "true");
      }
      // One place more than there are options: the field itself.
      const places = this.options.length + 1;
      this.choose(((this.chosen + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places) - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this.choose(-1);
      this.close();
    } else if (event.key === "Enter" && isOpen && this.options[this.chosen]?.dataset.url) {
      event.preventDefault();
      this.take(this.options[this.chosen]);
    }
  }

  take(option) {
    if (option?.dataset.url) {
      location.assign(option.dataset.url);
    } else if (option) {
      this.field.value = option.dataset.text;
      this.field.form.requestSubmit();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.chosen = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

for (const field of document.querySelectorAll("input[data-suggest]")) {
  new Suggestions(field);
}
