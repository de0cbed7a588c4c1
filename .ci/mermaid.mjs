// Parses every Mermaid diagram of the Markdown files that are named, with Mermaid itself. Readers need none of this.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");

let diagrams = 0;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  for (const block of text.matchAll(/^```mermaid\n(.*?)^```$/gms)) {
    diagrams++;
    try {
      await mermaid.parse(block[1]);
    } catch (error) {
      const line = text.slice(0, block.index).split("\n").length;
      console.error(`${file}:${line}: no diagram: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
console.log(`${diagrams} diagrams parsed`);
