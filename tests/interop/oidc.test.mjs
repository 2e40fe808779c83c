// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// A certified authorization server judges the terminal twin: its token requests, and what it does with answers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { after, before, beforeEach, describe, test } from 'node:test';

import { grantedScope, keyOf, startAuthorizationServer, verifiedClaims } from './authorizationserver.mjs';
import { certificateAuthority, temporaryFolder, tenantscope } from './support.mjs';

const clientId = 'interop_client-1';
// Every printable byte that a form may not carry as it is, and some that look like encodings.
const clientSecret = `a+b&c=d %41%zz;?/#[]@!$'()*,:"<>\\^\`{|}~ -_.${'x'.repeat(16)}`;

describe('the terminal twin and a certified authorization server', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const identity = certificateAuthority(folder, 'private-ca');
  const stranger = certificateAuthority(folder, 'another-ca');
  let server;

  before(async () => { server = await startAuthorizationServer({ identity, clientId, clientSecret }); });
  after(() => server.stop());
  beforeEach(() => { server.requests.length = 0; });

  const connection = (more = {}) => ({
    AUTH0_DOMAIN: server.domain, AUTH0_CLIENT_ID: clientId, AUTH0_CLIENT_SECRET: clientSecret,
    TENANTSCOPE_CA_FILE: identity.caFile, ...more,
  });
  const tokenRequests = () => server.requests.filter((request) => request.url === '/oauth/token');

  test('token prints one JWT that the server has signed for the default audience', async () => {
    const { code, stdout, stderr } = await tenantscope(['token'], { env: connection() });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const token = stdout.trim();
    const header = JSON.parse(Buffer.from(token.split('.')[0], 'base64url'));
    const claims = verifiedClaims(token, keyOf(await jwks(server.domain), header.kid));
    assert.ok(claims, 'the signature is wrong');
    assert.equal(claims.iss, `https://${server.domain}/`);
    assert.equal(claims.aud, `https://${server.domain}/api/v2/`);
    assert.equal(claims.scope, grantedScope);
    assert.equal(tokenRequests().length, 1);
    assert.equal(tokenRequests()[0].headers['content-type'], 'application/x-www-form-urlencoded');
  });

  test('options and a secret from standard input do the same', async () => {
    const { code, stdout, stderr } = await tenantscope(
      ['token', '--domain', server.domain, '--client-id', clientId, '--audience', server.audience,
        '--ca-file', identity.caFile, '--secret-stdin'], { input: `${clientSecret}\n` });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  test('scopes prints what was granted, one a line', async () => {
    const { code, stdout, stderr } = await tenantscope(['scopes'], { env: connection() });
    assert.equal(code, 0, stderr);
    assert.deepEqual(stdout.trim().split('\n').sort(), grantedScope.split(' ').sort());
  });

  test('applications lists all pages with a token of that server', async () => {
    const { code, stdout, stderr } = await tenantscope(['applications', '--format', 'ndjson'], { env: connection() });
    assert.equal(code, 0, stderr);
    const ids = stdout.trim().split('\n').map((line) => JSON.parse(line).client_id);
    assert.equal(new Set(ids).size, 250);
    assert.equal(tokenRequests().length, 1);
  });

  test("a wrong secret is refused: exit 3, the server's words, nothing on standard output, no second try", async () => {
    const wrong = `${clientSecret}é €`;
    const { code, stdout, stderr } = await tenantscope(['token'], { env: connection({ AUTH0_CLIENT_SECRET: wrong }) });
    assert.equal(code, 3, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, /invalid_client/);
    assert.match(stderr, /client authentication failed/);
    assert.ok(!stderr.includes(wrong) && !stderr.includes(clientSecret), 'the secret was printed');
    assert.equal(tokenRequests().length, 1);
    // What was sent is what was typed, bytes outside ASCII too.
    assert.equal(new URLSearchParams(tokenRequests()[0].body).get('client_secret'), wrong);
  });

  test("an audience that the server does not know is refused in the server's words", async () => {
    const { code, stdout, stderr } = await tenantscope(
      ['token', '--audience', `https://${server.domain}/api/v3/`], { env: connection() });
    assert.equal(code, 3, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, /Service not enabled within domain/);
  });

  for (const [what, file] of [['of another authority', () => stranger.caFile], ['without a CA file', () => undefined]]) {
    test(`a certificate ${what} is not trusted: exit 4, and no request arrives`, async () => {
      const before = server.connections;
      const variables = connection();
      if (file()) variables.TENANTSCOPE_CA_FILE = file(); else delete variables.TENANTSCOPE_CA_FILE;
      const { code, stdout, stderr } = await tenantscope(['token'], { env: variables });
      assert.equal(code, 4, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, /certificate/i);
      assert.deepEqual(server.requests, []);
      assert.ok(server.connections > before, 'it did not even knock');
    });
  }

  test('a secret on the command line is refused before anything is sent', async () => {
    const before = server.connections;
    const { code, stdout } = await tenantscope(['token', '--client-secret', clientSecret], { env: connection() });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.equal(server.connections, before);
  });

  async function jwks(domain) {
    const ca = readFileSync(identity.caFile);
    return new Promise((resolve, reject) => {
      get(`https://${domain}/.well-known/jwks.json`, { ca }, (response) => {
        let body = '';
        response.on('data', (bytes) => { body += bytes; });
        response.on('end', () => resolve(JSON.parse(body)));
      }).on('error', reject);
    });
  }
});
