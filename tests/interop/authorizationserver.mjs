// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// A certified OpenID provider, dressed as an Auth0 tenant: its paths, its `audience` parameter, its way of
// granting every scope unasked; and, behind it, a list of applications that wants a token of this very server.

import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';

import Provider, { errors } from 'oidc-provider';

export const grantedScope = 'read:clients read:client_summary';

/**
 * Starts it on loopback. `requests` is every request that arrived, with its body's bytes. Beside the client with the
 * secret it knows `signers`: { clientId, algorithm, key }, who sign with the private half of that key. Tokens live for
 * `tokenLife` seconds.
 */
export async function startAuthorizationServer({ identity, clientId, clientSecret, signers = [], applications = 250, tokenLife = 3600 }) {
  const requests = [];
  let handle = () => {};
  const server = createServer({ key: identity.key, cert: identity.cert }, (request, response) => {
    const record = { method: request.method, url: request.url, headers: request.headers, body: '' };
    requests.push(record);
    const push = request.push.bind(request); // an ear on the body: the provider reads the stream itself
    request.push = (bytes, encoding) => {
      record.body += bytes ?? '';
      return push(bytes, encoding);
    };
    handle(request, response);
  });
  let connections = 0;
  server.on('connection', () => { connections += 1; });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const domain = `localhost:${server.address().port}`;
  const audience = `https://${domain}/api/v2/`;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('base64url');
  const provider = new Provider(`https://${domain}/`, configuration({
    audience, clientId, clientSecret, signers, privateKey, kid, tokenLife,
  }));
  const oidc = provider.callback();
  handle = (request, response) => {
    if (request.url.startsWith('/api/v2/clients')) {
      listApplications({ request, response, publicKey, audience, applications });
    } else {
      oidc(request, response);
    }
  };
  return {
    domain, audience, requests,
    get connections() { return connections; },
    stop: () => { server.close(); server.closeAllConnections?.(); },
  };
}

function configuration({ audience, clientId, clientSecret, signers, privateKey, kid, tokenLife }) {
  return {
    clients: [{
      client_id: clientId, client_secret: clientSecret, grant_types: ['client_credentials'],
      redirect_uris: [], response_types: [], token_endpoint_auth_method: 'client_secret_post',
    }, ...signers.map((signer) => ({
      client_id: signer.clientId, grant_types: ['client_credentials'], redirect_uris: [], response_types: [],
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: signer.algorithm,
      jwks: { keys: [{ ...signer.key.export({ format: 'jwk' }), kid: "the server's own name", use: 'sig' }] },
    }))],
    enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'RS384', 'PS256'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['not used: this grant sets no cookie'] },
    ttl: { ClientCredentials: tokenLife },
    routes: { token: '/oauth/token', jwks: '/.well-known/jwks.json' },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // Auth0 has `audience` where RFC 8707 has `resource`, and grants all that the client may have.
        defaultResource(ctx) {
          ctx.oidc.params.scope = grantedScope;
          return ctx.oidc.body.audience;
        },
        getResourceServerInfo(ctx, resource) {
          if (resource !== audience) {
            throw new errors.CustomOIDCProviderError('access_denied', `Service not enabled within domain: ${resource}`);
          }
          return {
            scope: grantedScope, audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 3600,
            jwt: { sign: { alg: 'RS256', kid } },
          };
        },
      },
    },
  };
}

/** The claims of a JWT whose RS256 signature is right, else null. */
export function verifiedClaims(token, publicKey) {
  const [header, claims, signature] = token.split('.');
  const isSigned = verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'));
  return isSigned ? JSON.parse(Buffer.from(claims, 'base64url')) : null;
}

/** The public key of a JWKS under that key id. */
export function keyOf(jwks, kid) {
  return createPublicKey({ key: jwks.keys.find((key) => key.kid === kid), format: 'jwk' });
}

function listApplications({ request, response, publicKey, audience, applications }) {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '');
  const claims = bearer && verifiedClaims(bearer[1], publicKey);
  const isAllowed = claims && claims.aud === audience && claims.scope.split(' ').includes('read:clients');
  const query = new URL(request.url, audience).searchParams;
  const [page, perPage] = [Number(query.get('page') ?? 0), Number(query.get('per_page') ?? 50)];
  const ids = Array.from({ length: applications }, (_, index) => `application${String(index).padStart(21, '0')}`);
  const clients = ids.slice(page * perPage, (page + 1) * perPage).map((id) => ({ client_id: id, name: `Name of ${id}` }));
  response.writeHead(isAllowed ? 200 : 401, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(isAllowed
    ? { total: applications, start: page * perPage, limit: perPage, clients }
    : { statusCode: 401, error: 'Unauthorized', message: 'Invalid token' }));
}
