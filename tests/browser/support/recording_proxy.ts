// Writes down every request that a browser makes: what goes to one origin is passed on, the rest is refused.

import {createServer, request as ask, type Server} from "node:http";

export interface RecordingProxy {
  readonly port: number;
  /** Addresses asked for so far, in order; of an encrypted connection its host and port. */
  readonly requests: string[];
  close(): void;
}

export async function recordRequests(origin: string): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? "");
    if (!request.url?.startsWith(origin)) return void response.writeHead(502).end();
    ask(request.url, {method: request.method, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on("connect", (request, socket) => {
    requests.push(`https://${request.url ?? ""}`);
    socket.end("HTTP/1.1 502 no\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {port: typeof address === "object" && address ? address.port : 0, requests, close: () => void server.close().closeAllConnections()};
}
