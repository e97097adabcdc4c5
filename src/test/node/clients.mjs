// Real clients against the jar: node clients.mjs CLIENT JAR REPOSITORY
// CLIENT is v1, v2, v2-auto or v2-in-place. The repository holds the empty board that 'replenish init' makes; tasks are
// added to it, read and worked off by the tools alone.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const [kind, jar, repository] = process.argv.slice(2);
let starts = 0;

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
  const options = kind === 'v2' ? {} : { versionNegotiation: { mode: 'auto' } };
  return { Client, StdioClientTransport, roots: 'roots/list', options };
}

const { Client, StdioClientTransport, roots, options } = await library();

/** The SDK's transport negotiates on a process of its own; a class derived from it does so in place. */
class InPlace extends StdioClientTransport {
  async start() {
    starts += 1;
    return super.start();
  }
}

const client = new Client(
  { name: kind, version: '1' },
  { ...options, capabilities: { roots: {} } },
);
client.setRequestHandler(roots, () => ({ roots: [{ uri: pathToFileURL(repository).href }] }));
const Transport = kind === 'v2-in-place' ? InPlace : StdioClientTransport;
const transport = new Transport({
  command: process.env.JAVA ?? 'java',
  args: ['-XX:TieredStopAtLevel=1', '-jar', jar, 'mcp'],
  stderr: 'inherit',
});

const begun = performance.now();
await client.connect(transport);
const connected = performance.now();
assert.equal(client.getServerVersion().name, 'replenish');
if (kind.startsWith('v2-')) {
  assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
}
if (kind === 'v2-in-place') {
  assert.equal(starts, 1);
}

const { tools } = await client.listTools();
assert.equal(tools.length, 7);

async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, JSON.stringify(result.content));
  return result.structuredContent;
}

assert.equal((await call('backlog_status')).next.reason, 'backlog-empty');
for (let i = 1; i <= 7; i += 1) {
  const { tasks } = await call('backlog_add', {
    title: `Make cup number ${i}`,
    type: 'dev',
    priority: 'high',
    plan: ['Boil', 'Pour', 'Drink'],
    effort: '2 days',
    documentation: ['docs/tea.md'],
  });
  assert.equal(tasks[0].ready, true);
}
const { count } = await call('backlog_list', { text: 'cup number' });
assert.equal(count, 7);

const { tasks: moved } = await call('backlog_replenish');
assert.ok(moved.every((task) => task.path === 'TODO.md' && task.line > 0));
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
  const { task, text } = await call('backlog_task');
  assert.equal(task.id, active[0].id);
  assert.ok(text.includes('3. Drink'), text);
  const set = (action, more = {}) =>
    call('backlog_set_status', { action, ids: [task.id], ...more });
  await set('start');
  if (finished === 0) {
    await set('block', { reason: 'no water' });
    assert.equal((await call('backlog_status')).active[0].reason, 'no water');
    await set('defer');
    await set('reopen');
    const read = await call('backlog_task', { id: task.id });
    assert.deepEqual([read.task.state, read.task.path], ['open', 'BACKLOG.md']);
    await set('start');
    await set('done');
    await set('reopen');
  }
  await set('done', { refill: true });
  finished += 1;
}
assert.equal(finished, 7);

const refused = await client.callTool({
  name: 'backlog_set_status',
  arguments: { action: 'done', ids: ['nobody'] },
});
assert.ok(refused.isError && /\nnext: /.test(refused.content[0].text));
await assert.rejects(async () => {
  const answer = await client.callTool({ name: 'backlog_nope', arguments: {} });
  if (answer.isError) throw new Error(answer.content[0].text);
}, /backlog_nope/);
await client.close();

const median = calls.sort((a, b) => a - b)[calls.length >> 1];
console.log(
  `${kind}: ${finished} tasks done; connected after ${Math.round(connected - begun)} ms, ` +
    `backlog_status in ${median.toFixed(1)} ms`,
);
