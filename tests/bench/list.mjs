// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// The reference for listing: Auth0's own SDK writes every application as a line of JSON.
// usage: node list.mjs DOMAIN CLIENT_ID CLIENT_SECRET AUDIENCE [first]
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const require = createRequire(pathToFileURL(path.join(process.env.SDK_FOLDER, 'package.json')));
const { ManagementClient } = require('auth0');

const [domain, clientId, clientSecret, audience] = process.argv.slice(2);
const management = new ManagementClient({ domain, clientId, clientSecret, audience });

const seen = new Set();
for (let page = 0; ; ++page) {
  const { data } = await management.clients.getAll({
    page, per_page: 100, include_totals: true, is_global: false,
    fields: 'client_secret,signing_keys,encryption_key', include_fields: false, // which ours does not list either
  });
  for (const client of data.clients) {
    seen.add(client.client_id);
    process.stdout.write(JSON.stringify(client) + '\n');
  }
  if (seen.size >= data.total || data.clients.length === 0) break;
}
process.stderr.write(`${seen.size}\n`);
