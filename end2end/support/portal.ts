// A portal of the tests' own: the real server on a free port, over a database in a folder that goes when it stops.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const SERVER = process.env.XINJU_SERVER ?? join(ROOT, 'target/debug/server');

/** The people of the demonstration. */
export type Person = 'wang' | 'aili' | 'issuing' | 'second' | 'registering' | 'admin';

export class Portal {
  private output = '';

  private constructor(
    readonly origin: string,
    readonly folder: string,
    private readonly settings: NodeJS.ProcessEnv,
    private server: ChildProcess,
  ) {}

  /** Starts with the demonstration loaded. `extra` are settings beside the usual ones. */
  static async start(extra: NodeJS.ProcessEnv = {}): Promise<Portal> {
    const folder = mkdtempSync(join(tmpdir(), 'xinju-'));
    const port = await freePort();
    const settings = {
      ...process.env,
      XINJU_DATA: folder,
      XINJU_DATABASE_URL: `sqlite://${join(folder, 'xinju.db')}`,
      XINJU_ORIGIN: `http://localhost:${port}`,
      XINJU_LISTEN: `127.0.0.1:${port}`,
      XINJU_SITE: join(ROOT, 'target/site'),
      XINJU_REQUESTS_PER_SECOND: '1000',
      ...extra,
    };
    const portal = new Portal(`http://localhost:${port}`, folder, settings, undefined as never);
    await portal.open();
    return portal;
  }

  private async open() {
    this.server = spawn(SERVER, ['serve', '--demo'], { env: this.settings, cwd: this.folder });
    this.server.stdout?.on('data', (text) => { this.output += text; });
    this.server.stderr?.on('data', (text) => { this.output += text; });
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      if (this.server.exitCode !== null) throw new Error(`the server ended: ${this.output}`);
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (answer?.ok && this.links().size >= 5) return;
      await pause(100);
    }
    throw new Error(`the server did not open: ${this.output}`);
  }

  /** The newest one-time link of each person, as the server printed it. */
  private links(): Map<string, string> {
    const found = [...this.output.matchAll(/(\w+)@demo\.test[\s\S]*?(https?:\/\/\S+token=\S+)/g)];
    return new Map(found.map(([, name, link]) => [name, link]));
  }

  link(person: Person): string {
    const link = this.links().get(person);
    if (!link) throw new Error(`no link for ${person}: ${this.output}`);
    return link;
  }

  /** Ends the process without warning, as a power cut would, and starts it again. */
  async killAndRestart() {
    this.server.kill('SIGKILL');
    await new Promise((done) => this.server.once('exit', done));
    this.output = '';
    await this.open();
  }

  /** Runs another command of the server on the same data. */
  async command(...words: string[]): Promise<{ code: number; output: string }> {
    const command = spawn(SERVER, words, { env: this.settings, cwd: this.folder });
    let output = '';
    command.stdout.on('data', (text) => { output += text; });
    command.stderr.on('data', (text) => { output += text; });
    const code = await new Promise<number>((done) => command.once('exit', (code) => done(code ?? -1)));
    return { code, output };
  }

  /** Everything in the outbox, the newest last. */
  letters(): string[] {
    const outbox = join(this.folder, 'outbox');
    try {
      return readdirSync(outbox).sort().map((name) => readFileSync(join(outbox, name), 'utf8'));
    } catch {
      return [];
    }
  }

  /** Waits for a letter that fits and gives its text. */
  async letter(fits: (text: string) => boolean): Promise<string> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const letter = this.letters().reverse().find(fits);
      if (letter) return letter;
      await pause(100);
    }
    throw new Error(`no such letter among ${this.letters().length}`);
  }

  log(): string {
    return this.output;
  }

  async stop() {
    this.server.kill('SIGTERM');
    await Promise.race([new Promise((done) => this.server.once('exit', done)), pause(25_000)]);
    this.server.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
