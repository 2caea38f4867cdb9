// SPDX-License-Identifier: MIT
// A made site over http, with the policy that the samples of docs/server/ send with every file: (await serve(OUT, POLICY)).base
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png",
  ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json", ".webp": "image/webp", ".jpg": "image/jpeg" };

// `prefix`: where it stands on its host; `pack`: files are sent as gzip.
export async function serve(out, policy, { prefix = "/", pack = false } = {}) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.join(out, name.startsWith(prefix) ? name.slice(prefix.length) : "?");
    if (file.endsWith("/")) file += "index.html";
    const found = fs.existsSync(file) && fs.statSync(file).isFile();
    if (!found) file = path.join(out, "404.html");
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[path.extname(file)] || "application/octet-stream",
      "X-Content-Type-Options": "nosniff", "Content-Security-Policy": policy, ...pack && { "Content-Encoding": "gzip" } });
    response.end(pack ? zlib.gzipSync(fs.readFileSync(file)) : fs.readFileSync(file));
  }).listen(0, "127.0.0.1");
  await new Promise(done => server.on("listening", done));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}
