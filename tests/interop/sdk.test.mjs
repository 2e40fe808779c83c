// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// Auth0's own Node SDK judges the demo tenant: it must find nothing odd about it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { demoTenant, run, temporaryFolder, tenantscope } from './support.mjs';

const lister = fileURLToPath(new URL('list-applications.mjs', import.meta.url));

test("the SDK lists all of the demo tenant's applications over TLS", { timeout: 120_000 }, async (context) => {
  const caFile = join(temporaryFolder(), 'ca.pem');
  const tenant = await demoTenant('--tls', '--ca-out', caFile, '--applications', '1579');
  context.after(tenant.stop);
  const variables = {
    AUTH0_DOMAIN: tenant.domain, AUTH0_CLIENT_ID: tenant.client_id,
    AUTH0_CLIENT_SECRET: tenant.client_secret, AUTH0_AUDIENCE: tenant.audience,
  };

  const listed = await run(process.execPath, [lister], { env: { ...variables, NODE_EXTRA_CA_CERTS: caFile } });
  assert.equal(listed.stderr, '');
  assert.equal(listed.code, 0);
  const ids = listed.stdout.trim().split('\n');
  assert.equal(ids.length, 1579);
  assert.equal(new Set(ids).size, 1579);

  await context.test('and so does the terminal twin, the same ones', async () => {
    const ours = await tenantscope(['applications', '--format', 'ndjson', '--ca-file', caFile], { env: variables });
    assert.equal(ours.code, 0, ours.stderr);
    const found = ours.stdout.trim().split('\n').map((line) => JSON.parse(line).client_id);
    assert.deepEqual(found.sort(), ids.sort());
  });

  await context.test('with a wrong secret the SDK reports the refusal in its own type', async () => {
    const refused = await run(process.execPath, [lister],
      { env: { ...variables, AUTH0_CLIENT_SECRET: 'wrong', NODE_EXTRA_CA_CERTS: caFile } });
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /AuthApiError: Unauthorized/);
    assert.match(refused.stderr, /access_denied/);
  });

  await context.test('without its CA the SDK does not trust it', async () => {
    const untrusted = await run(process.execPath, [lister], { env: { ...variables, NODE_EXTRA_CA_CERTS: '' } });
    assert.notEqual(untrusted.code, 0);
    assert.equal(untrusted.stdout, '');
  });
});
