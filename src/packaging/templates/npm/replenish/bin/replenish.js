#!/usr/bin/env node
// Starts the program of this platform, which is in a package of its own (an optional dependency).
'use strict';

const { spawn } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');

const systems = { darwin: 'macos', linux: 'linux', win32: 'windows' };
const name = `replenish-${systems[process.platform] || process.platform}-${process.arch}`;
let folder;
try {
  folder = path.dirname(require.resolve(`${name}/package.json`));
} catch {
  console.error(`replenish: the package ${name} is not installed.`);
  console.error('replenish: Install without --omit=optional; if there is none for this platform, use the jar of the release.');
  process.exit(2);
}

// Node starts no .cmd without a shell, so Windows starts the runtime itself.
const windows = process.platform === 'win32';
const server = process.argv.slice(2).includes('mcp');
const options = [
  '-XX:+UseSerialGC', '-Xms64m', '-XX:-UsePerfData', '-Xlog:disable', '-Xlog:all=error:stderr',
  '-Dfile.encoding=UTF-8', '-Dstdout.encoding=UTF-8', '-Dstderr.encoding=UTF-8',
  ...(server ? [] : ['-XX:TieredStopAtLevel=1']), '-m', 'dev.replenish/dev.replenish.cli.Main',
];
const program = path.join(folder, windows ? 'lib/runtime/bin/java.exe' : 'bin/replenish');
const child = spawn(program, [...(windows ? options : []), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, REPLENISH_INSTALLATION: 'npm' },
});
const passed = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of passed) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  console.error(`replenish: ${program} does not start: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  process.exit(signal ? 128 + os.constants.signals[signal] : code);
});
