// Copies what the site takes from npm to wwwroot/lib: typefaces, and the NL Design System components that it uses.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const lib = join(root, "wwwroot/lib");
const modules = join(root, "node_modules");

const fonts = {
  "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2": "bricolage-grotesque.woff2",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2": "source-sans-3.woff2",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-italic.woff2": "source-sans-3-italic.woff2",
};

const components = [
  "alert", "button", "form-field", "form-field-description", "form-label", "heading-1", "heading-2", "heading-3", "heading-4",
  "link", "paragraph", "skip-link", "table", "textbox",
];

rmSync(lib, { recursive: true, force: true });
mkdirSync(join(lib, "fonts"), { recursive: true });
for (const [from, to] of Object.entries(fonts)) {
  copyFileSync(join(modules, from), join(lib, "fonts", to));
}

// In a layer: our own rules come second without having to shout.
const css = components.map((name) => readFileSync(join(modules, `@utrecht/${name}-css/dist/index.css`), "utf8"));
writeFileSync(join(lib, "utrecht.css"), `@layer utrecht {\n${css.join("\n")}\n}\n`);
