// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// What both judges need: the terminal twin as a process, and a private certificate authority.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const twin = join(process.env.TENANTSCOPE_BIN, 'tenantscope-cli');

/** A folder of its own, removed when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tenantscope-interop-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment without what would tell the twin which tenant to talk to, and with `more`. */
function environment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !/^AUTH0_|^TENANTSCOPE_CA|_proxy$/i.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

/** Runs a program to its end: { code, stdout, stderr }. */
export async function run(program, args, { env = {}, input = '' } = {}) {
  const child = spawn(program, args, { env: environment(env) });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text) => { output[name] += text; });
  }
  child.stdin.on('error', () => {}); // it need not read what it was offered
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...output };
}

export const tenantscope = (args, options) => run(twin, args, options);

/** Starts the window, on no screen: stop() ends it. */
export function tenantscopeWindow(args, { env = {} } = {}) {
  const child = spawn(join(process.env.TENANTSCOPE_BIN, 'tenantscope'), args, {
    env: environment({ QT_QPA_PLATFORM: 'offscreen', ...env }), stdio: 'ignore',
  });
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { stop };
}

/** A demo tenant in a process of its own: the facts it prints, and stop(). */
export async function demoTenant(...args) {
  const child = spawn(twin, ['demo', ...args], { env: environment({}), stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [first] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => ['{}'])]);
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { ...JSON.parse(first), stop };
}

/** A new certificate authority and a certificate of it for this machine's loopback names. */
export function certificateAuthority(folder, name) {
  const file = (suffix) => join(folder, `${name}${suffix}`);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${name}`,
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign',
    '-keyout', file('.key'), '-out', file('.pem'));
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=localhost',
    '-CA', file('.pem'), '-CAkey', file('.key'),
    '-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth',
    '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout', file('-server.key'), '-out', file('-server.pem'));
  return { caFile: file('.pem'), key: readFileSync(file('-server.key')), cert: readFileSync(file('-server.pem')) };
}
