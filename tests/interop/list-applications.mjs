// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// Lists a tenant's applications as Auth0's SDK does it for its users, one page after the other, and prints each
// one's client_id on a line. The tenant comes from AUTH0_… variables, its private CA from NODE_EXTRA_CA_CERTS.

import { ManagementClient } from 'auth0';

const management = new ManagementClient({
  domain: process.env.AUTH0_DOMAIN,
  clientId: process.env.AUTH0_CLIENT_ID,
  clientSecret: process.env.AUTH0_CLIENT_SECRET,
  audience: process.env.AUTH0_AUDIENCE,
});

for (let page = 0, total = 1, seen = 0; seen < total; ++page) {
  const { data } = await management.clients.getAll({
    page, per_page: 100, include_totals: true, is_global: false, fields: 'client_id,name', include_fields: true,
  });
  ({ total } = data);
  seen += data.clients.length;
  if (data.clients.length === 0) break;
  for (const client of data.clients) console.log(client.client_id);
}
