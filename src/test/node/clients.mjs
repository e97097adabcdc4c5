// Real clients against the jar: node clients.mjs CLIENT JAR REPOSITORY
// CLIENT is v1, v2 or v2-auto. The repository holds a board with ready tasks; its backlog is worked off.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const [kind, jar, repository] = process.argv.slice(2);

/** The classes of a client, and the options that it is made with. */
async function library() {
  if (kind === 'v1') {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const { ListRootsRequestSchema } = await import('@modelcontextprotocol/sdk/types.js');
    return { Client, StdioClientTransport, roots: ListRootsRequestSchema, options: {} };
  }
  const { Client } = await import('@modelcontextprotocol/client');
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  const options = kind === 'v2-auto' ? { versionNegotiation: { mode: 'auto' } } : {};
  return { Client, StdioClientTransport, roots: 'roots/list', options };
}

const { Client, StdioClientTransport, roots, options } = await library();
const client = new Client(
  { name: kind, version: '1' },
  { ...options, capabilities: { roots: {} } },
);
client.setRequestHandler(roots, () => ({ roots: [{ uri: pathToFileURL(repository).href }] }));
const transport = new StdioClientTransport({
  command: process.env.JAVA ?? 'java',
  args: ['-XX:TieredStopAtLevel=1', '-jar', jar, 'mcp'],
  stderr: 'inherit',
});

const begun = performance.now();
await client.connect(transport);
const connected = performance.now();

const { tools } = await client.listTools();
assert.equal(tools.length, 4);

async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, JSON.stringify(result.content));
  return result.structuredContent;
}

await call('backlog_replenish');
let finished = 0;
const calls = [];
for (;;) {
  const before = performance.now();
  const { active, next } = await call('backlog_status');
  calls.push(performance.now() - before);
  if (active.length === 0) {
    assert.equal(next.reason, 'backlog-empty');
    break;
  }
  const ids = [active[0].id];
  await call('backlog_set_status', { action: 'start', ids });
  await call('backlog_set_status', { action: 'done', ids, refill: true });
  finished += 1;
}

const refused = await client.callTool({
  name: 'backlog_set_status',
  arguments: { action: 'done', ids: ['nobody'] },
});
assert.ok(refused.isError && /\nnext: /.test(refused.content[0].text));
await assert.rejects(async () => {
  const answer = await client.callTool({ name: 'backlog_nope', arguments: {} });
  if (answer.isError) throw new Error(answer.content[0].text);
});
await client.close();

const median = calls.sort((a, b) => a - b)[calls.length >> 1];
console.log(
  `${kind}: ${finished} tasks done; connected after ${Math.round(connected - begun)} ms, ` +
    `backlog_status in ${median.toFixed(1)} ms`,
);
