import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { type Answer, type Handler, html } from './fake-answers';

export interface Hit {
  /** The host name asked for, without the port. */
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly method: string;
  /** Milliseconds since 1970, by the clock of the test. */
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
}

export interface FakeWeb {
  readonly port: number;
  /** What reached the web, oldest first; of one host, when given. */
  hits(host?: string): Hit[];
  /** Forgets the hits; the routes stay. */
  clear(): void;
  /** A custom answer for one path, whatever its query. */
  route(host: string, path: string, handler: Handler): void;
  close(): Promise<void>;
}

/**
 * A proxy that is the whole web: real host names, http and https, and nothing leaves the machine. Hosts the browser
 * itself asks for (updates, telemetry) are answered and recorded as any other. What has no route is `otherwise`.
 */
export async function startFakeWeb(otherwise: Handler = defaultPage): Promise<FakeWeb> {
  const recorded: Hit[] = [];
  const routes = new Map<string, Handler>();
  const sockets = new Set<Socket>();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const hit = hitOf(request);
    recorded.push(hit);
    const handler = routes.get(routeKey(hit.host, pathOnly(hit.path))) ?? otherwise;
    // Drained first, for a browser may wait to have its whole form read.
    request.resume().once('end', () => send(response, handler(hit)));
  };

  const plain = createServer(answer);
  const secure = createTlsServer(await certificate(), answer);
  plain.on('connection', socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
  });
  plain.on('connect', (request, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const isPlain = request.url?.endsWith(':80') ?? false;
    (isPlain ? plain : secure).emit('connection', socket);
  });
  secure.on('tlsClientError', (_error, socket) => socket.destroy());

  await new Promise<void>(listening => plain.listen(0, '127.0.0.1', listening));
  return {
    port: (plain.address() as AddressInfo).port,
    hits: host => recorded.filter(hit => host === undefined || hit.host === host),
    clear: () => recorded.splice(0),
    route: (host, path, handler) => routes.set(routeKey(host, path), handler),
    close: () =>
      new Promise(closed => {
        plain.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function hitOf(request: IncomingMessage): Hit {
  // A plain request to a proxy names the whole address; inside a tunnel it names the path alone.
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'unknown.invalid'}`);
  return {
    host: url.hostname,
    path: url.pathname + url.search,
    method: request.method ?? 'GET',
    at: Date.now(),
    headers: request.headers,
  };
}

function defaultPage({ host, path }: Hit): Answer {
  return html(host + path, `<p><a href="/">Home</a> <a href="/other">Other</a></p>`);
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

function pathOnly(path: string): string {
  return path.split('?')[0] ?? path;
}

function routeKey(host: string, path: string): string {
  return `${host} ${path}`;
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const pems = await generate([{ name: 'commonName', value: 'fake.example' }], { keySize: 2048 });
  return { key: pems.private, cert: pems.cert };
}
