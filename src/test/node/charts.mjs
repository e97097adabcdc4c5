// Every chart of Markdown files as Mermaid reads it: node charts.mjs FILE...
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

const kinds = {};
for (const file of process.argv.slice(2)) {
  const charts = readFileSync(file, 'utf8').matchAll(/^```mermaid\n(.*?)^```$/gms);
  for (const [, chart] of charts) {
    const { diagramType } = await mermaid.parse(chart);
    kinds[diagramType] = (kinds[diagramType] ?? 0) + 1;
  }
}
assert.ok(Object.keys(kinds).length > 0, 'there are charts');
await assert.rejects(mermaid.parse('flowchart LR\n n0["a"] --> ['), 'what is wrong is noticed');
console.log(JSON.stringify(kinds));
process.exit(0);
