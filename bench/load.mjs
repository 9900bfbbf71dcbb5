// A signed-in page from the database against nginx serving the same bytes from a file: the same connections, the same time,
// by turns, so that whatever else the machine does meets both.
import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answering, end, freePort, makeFolder, pause, start } from "./portal.mjs";
import { print, progress } from "./row.mjs";

const CONNECTIONS = 32;
const SECONDS = 8;
const TURNS = 2;

const config = (folder, port, encoding) => `
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  default_type "text/html; charset=utf-8";
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    ${encoding ? `add_header Content-Encoding ${encoding};` : ""}
  }
}`;

/** nginx with one file, of these bytes. */
async function openNginx(bytes, encoding) {
  const folder = makeFolder("nginx");
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "page"), bytes);
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), config(folder, port, encoding));
  const nginx = start("nginx", ["-c", join(folder, "nginx.conf"), "-g", "daemon off;"], { stdio: ["ignore", "ignore", "inherit"] });
  const address = `http://127.0.0.1:${port}/page`;
  await answering(address, nginx);
  return { address, close: () => end(nginx) };
}

function requestsPerSecond(address, headers) {
  const words = ["-t2", `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`])];
  const said = execFileSync("wrk", [...words, address]).toString();
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`${address}: ${said}`);
  return Number(said.match(/Requests\/sec:\s+([\d.]+)/)[1]);
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The bytes as they come, still compressed. */
function fetchRaw(address, headers) {
  const words = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  return execFileSync("curl", ["-sf", ...words, address], { maxBuffer: 1 << 24 });
}

async function compare(portal, name, headers, encoding) {
  const address = `${portal.origin.replace("localhost", "127.0.0.1")}/certificate/${portal.told.reference}`;
  const nginx = await openNginx(fetchRaw(address, headers), encoding);
  const [ours, theirs] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    ours.push(requestsPerSecond(address, headers));
    theirs.push(requestsPerSecond(nginx.address, headers));
  }
  await nginx.close();
  const [own, other] = [mean(ours), mean(theirs)];
  progress(`${name}: ours ${ours.map(Math.round)}, nginx ${theirs.map(Math.round)}`);
  const what = `GET /certificate/{reference}, ${name}`;
  print(what, own, "a second", { against: `nginx ${Math.round(other).toLocaleString("en")}; aim a fifth`, limit: other / 5, moreIsBetter: true });
  print(`${what}: share of nginx`, own / other, "", { against: "floor 0.10 (aim 0.20)", limit: 0.1, moreIsBetter: true });
}

export async function holdAgainstNginx(portal) {
  progress("the page from the database against nginx");
  const cookie = { Cookie: `__Host-session=${portal.told.holder}` };
  await compare(portal, "plain", cookie, "");
  await compare(portal, "brotli", { ...cookie, "Accept-Encoding": "br" }, "br");
}

export async function restingMemory(portal, what, limit) {
  await pause(5000);
  print(what, portal.memory(), "MB", limit ? { against: `aim ${limit} MB`, limit } : {});
}
