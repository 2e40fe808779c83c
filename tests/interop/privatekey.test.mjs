// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// A certified authorization server judges what the terminal twin signs instead of sending a secret.

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { startAuthorizationServer } from './authorizationserver.mjs';
import { certificateAuthority, temporaryFolder, tenantscope, tenantscopeWindow } from './support.mjs';

const algorithms = ['RS256', 'RS384', 'PS256'];
const aToken = /^[\w-]+\.[\w-]+\.[\w-]+\n$/;

describe('private_key_jwt and a certified authorization server', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const identity = certificateAuthority(folder, 'private-ca');
  const [own, stranger] = [newKey(), newKey()];
  const keyFile = written('own.pem', own.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  let server;

  before(async () => {
    const signers = algorithms.map((algorithm) => ({ clientId: `signs_by_${algorithm}`, algorithm, key: own.publicKey }));
    server = await startAuthorizationServer({ identity, clientId: 'other', clientSecret: 'x'.repeat(32), signers });
  });
  after(() => server.stop());
  beforeEach(() => { server.requests.length = 0; });

  const as = (algorithm) => ({
    AUTH0_DOMAIN: server.domain, AUTH0_CLIENT_ID: `signs_by_${algorithm}`, TENANTSCOPE_CA_FILE: identity.caFile,
    XDG_CONFIG_HOME: join(folder, 'config'), DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  });
  const tokenRequests = () => server.requests
    .filter((request) => request.url === '/oauth/token').map((request) => new URLSearchParams(request.body));
  const claimsOf = (form) => JSON.parse(Buffer.from(form.get('client_assertion').split('.')[1], 'base64url'));

  for (const algorithm of algorithms) {
    test(`${algorithm} is accepted at the first request, and nothing of it is printed`, async () => {
      const { code, stdout, stderr } = await tenantscope(
        ['token', '--private-key', keyFile, '--signing-alg', algorithm], { env: as(algorithm) });
      assert.equal(code, 0, stderr);
      assert.match(stdout, aToken);
      assert.equal(tokenRequests().length, 1);
      const [form] = tokenRequests();
      assert.equal(form.get('client_secret'), null);
      assert.equal(form.get('organization'), null);
      assert.ok(form.get('client_assertion').length <= 2048);
      assert.ok(!stderr.includes(form.get('client_assertion')));
      const { iss, sub, aud, iat, exp } = claimsOf(form);
      assert.deepEqual([iss, sub, aud, exp - iat], [
        `signs_by_${algorithm}`, `signs_by_${algorithm}`, `https://${server.domain}/`, 60]);
    });
  }

  test('a PKCS#1 file works, RS256 need not be named, and the organization goes along', async () => {
    const pkcs1 = written('pkcs1.pem', own.privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const { code, stdout, stderr } = await tenantscope(
      ['token', '--private-key', pkcs1, '--organization', 'org_a&b'], { env: as('RS256') });
    assert.equal(code, 0, stderr);
    assert.match(stdout, aToken);
    assert.equal(tokenRequests()[0].get('organization'), 'org_a&b');
  });

  test('a profile keeps the file, needs no keychain, and signs anew each time', async () => {
    const env = as('PS256');
    const added = await tenantscope(
      ['profiles', 'add', 'signer', '--private-key', keyFile, '--signing-alg', 'PS256'], { env });
    assert.equal(added.code, 0, added.stderr);
    const shown = await tenantscope(['profiles', 'show', 'signer', '--format', 'json'], { env });
    const profile = JSON.parse(shown.stdout);
    assert.equal(profile.private_key_file, keyFile);
    assert.equal(profile.signing_alg, 'PS256');
    assert.equal(profile.secret_saved, false);
    const table = await tenantscope(['profiles', 'show', 'signer'], { env });
    assert.ok(table.stdout.includes(`${keyFile} (PS256)`), table.stdout);

    const { XDG_CONFIG_HOME, DBUS_SESSION_BUS_ADDRESS } = env;
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout, stderr } = await tenantscope(['token', '--profile', 'signer', '--ca-file', identity.caFile],
        { env: { XDG_CONFIG_HOME, DBUS_SESSION_BUS_ADDRESS, AUTH0_CLIENT_SECRET: 'somebody else\'s' } });
      assert.equal(code, 0, stderr);
      assert.match(stdout, aToken);
    }
    const [first, second] = tokenRequests().map(claimsOf);
    assert.notEqual(first.jti, second.jti);
  });

  test('the window signs in with such a profile, lists applications, and renews with a new assertion', async () => {
    const signers = [{ clientId: 'signs_by_RS256', algorithm: 'RS256', key: own.publicKey }];
    const brief = await startAuthorizationServer({
      identity, clientId: 'other', clientSecret: 'x'.repeat(32), signers, tokenLife: 8 });
    const env = { ...as('RS256'), AUTH0_DOMAIN: brief.domain };
    const added = await tenantscope(['profiles', 'add', 'in the window', '--private-key', keyFile], { env });
    assert.equal(added.code, 0, added.stderr);
    const { XDG_CONFIG_HOME, DBUS_SESSION_BUS_ADDRESS } = env;
    const window = tenantscopeWindow(['--profile', 'in the window'], { env: { XDG_CONFIG_HOME, DBUS_SESSION_BUS_ADDRESS } });
    try {
      const asked = () => brief.requests.filter((request) => request.url === '/oauth/token');
      const end = Date.now() + 40_000;
      while (asked().length < 2 && Date.now() < end) await sleep(100);
      const forms = asked().map((request) => new URLSearchParams(request.body));
      assert.ok(forms.length >= 2, `${forms.length} token requests`);
      assert.notEqual(claimsOf(forms[0]).jti, claimsOf(forms[1]).jti);
      // It was accepted: the list was asked for with the token.
      assert.ok(brief.requests.some((request) => request.url.startsWith('/api/v2/clients') && request.headers.authorization));
    } finally {
      await window.stop();
      brief.stop();
    }
  });

  test('doctor examines a connection that signs', async () => {
    const { code, stdout, stderr } = await tenantscope(
      ['doctor', '--format', 'json', '--private-key', keyFile], { env: as('RS256') });
    assert.equal(code, 0, stderr + stdout);
    const steps = JSON.parse(stdout).steps.map(({ step, outcome }) => `${step} ${outcome}`);
    assert.ok(steps.includes('key ok') && steps.includes('token ok'), steps.join(', '));
  });

  for (const [what, algorithm, file] of [
    ["another client's key", 'RS256', () => written('stranger.pem', stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }))],
    ['another algorithm than the registered one', 'RS384', () => keyFile],
  ]) {
    test(`${what} is refused: exit 3, with the likely causes, and no second try`, async () => {
      const { code, stdout, stderr } = await tenantscope(
        ['token', '--private-key', file()], { env: as(algorithm) });
      assert.equal(code, 3, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, /private key signed \(401 invalid_client\)/);
      assert.equal(tokenRequests().length, 1);
    });
  }

  for (const [what, file, words] of [
    ['that is not there', () => join(folder, 'none.pem'), /none\.pem/],
    ['that is encrypted', () => written('sealed.pem', own.privateKey.export({
      type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' })), /sealed\.pem.*openssl pkey/],
    ['with the public half', () => written('public.pem', own.publicKey.export({ type: 'spki', format: 'pem' })),
      /public\.pem.*no private key/],
  ]) {
    test(`a key file ${what}: exit 2, and nobody is asked`, async () => {
      const { code, stdout, stderr } = await tenantscope(['token', '--private-key', file()], { env: as('RS256') });
      assert.equal(code, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, words);
      assert.deepEqual(server.requests, []);
    });
  }

  test('a key and a secret exclude each other: exit 2', async () => {
    const { code, stderr } = await tenantscope(
      ['token', '--private-key', keyFile, '--secret-stdin'], { env: as('RS256'), input: 'hunter2\n' });
    assert.equal(code, 2);
    assert.match(stderr, /--secret-stdin/);
  });

  function newKey() {
    return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }

  function written(name, text) {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  }
});
