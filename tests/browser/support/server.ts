// Serves test pages on loopback: by path, with the headers that make each page what it is.

import {createServer, type Server} from "node:http";
import {readFile} from "node:fs/promises";
import {extname, join, normalize} from "node:path";

export interface ServedPage {
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface PageServer {
  readonly origin: string;
  /** Paths asked for so far, in order. */
  readonly requests: string[];
  /** Serves a page at a path with its query. */
  addQuery(address: string, page: ServedPage): void;
  close(): Promise<void>;
}

const kTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** `pages` by path; anything else is looked for in `folder` when one is given. */
export async function servePages(pages: Record<string, ServedPage>, folder?: string): Promise<PageServer> {
  const requests: string[] = [];
  const queries = new Map<string, ServedPage>();
  const server: Server = createServer((request, response) => {
    const {pathname: path, search} = new URL(request.url ?? "/", "http://localhost");
    requests.push(path + search);
    const page = queries.get(path + search) ?? pages[path];
    const type = kTypes[extname(path)] ?? "text/html; charset=utf-8";
    if (page) {
      response.writeHead(200, {"content-type": type, ...page.headers}).end(page.body);
      return;
    }
    const file = folder ? join(folder, normalize(path === "/" ? "/index.html" : path)) : "";
    void (file.startsWith(folder ?? "\0") ? readFile(file) : Promise.reject(new Error("none"))).then(
      (bytes) => response.writeHead(200, {"content-type": type}).end(bytes),
      () => response.writeHead(404, {"content-type": "text/plain"}).end("not here"),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    addQuery: (address, page) => void queries.set(address, page),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
