import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser that `CHROMIUM` names, or the first of those on `PATH`; undefined where there is none that starts. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const found =
    CHROMIUM ?? NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))).find(existsSync);
  if (found === undefined) return undefined;
  try {
    execFileSync(found, ['--version'], { stdio: 'ignore' });
    return found;
  } catch {
    return undefined;
  }
}

/** How a page is shown. */
export interface Screen {
  readonly width: number;
  readonly height?: number;
  /** @default 'light' */
  readonly colours?: 'light' | 'dark';
  /** @default 'screen' */
  readonly media?: 'screen' | 'print';
}

type Answer = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly request?: object };
  readonly result?: unknown;
  readonly error?: unknown;
  readonly sessionId?: string;
};

/** A browser without a window, driven over a pipe by the DevTools protocol. */
export class Chromium {
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  private readonly heard: Answer[] = [];
  private readonly awaited = new Map<string, () => void>();
  private id = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    let text = '';
    const answers = child.stdio[4] as Readable;
    answers.setEncoding('utf8');
    answers.on('data', (chunk: string) => {
      const messages = (text + chunk).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.hear(JSON.parse(message) as Answer);
    });
    const end = (reason: string): void => {
      for (const { reject } of this.waiting.values()) reject(new Error(`the browser ended: ${reason}`));
      this.waiting.clear();
    };
    child.on('exit', (code, signal) => end(String(code ?? signal)));
    child.on('error', ({ message }) => end(message));
    // Writing to a browser that has ended is told by the above.
    child.stdio[3]?.on('error', () => {});
  }

  static start(program: string): Chromium {
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    const child = spawn(
      program,
      [
        '--headless=new',
        '--remote-debugging-pipe',
        // Within a container nobody may make the sandbox, and the page is ours.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--hide-scrollbars',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    return new Chromium(child, profile);
  }

  /** Opens a page of its own. */
  async open(): Promise<Tab> {
    const { targetId } = (await this.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string };
    const { sessionId } = (await this.send('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string;
    };
    const tab = new Tab(
      (method, params) => this.send(method, params, sessionId),
      this.profile,
      () => this.heard.filter((answer) => answer.sessionId === sessionId),
      (method) => new Promise((resolve) => this.awaited.set(`${sessionId} ${method}`, resolve)),
    );
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tab.send(`${domain}.enable`);
    return tab;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.send('Browser.close').catch(() => this.child.kill());
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.id += 1;
    const id = this.id;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private hear(answer: Answer): void {
    if (answer.id === undefined) {
      this.heard.push(answer);
      this.awaited.get(`${answer.sessionId} ${answer.method}`)?.();
      return;
    }
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(JSON.stringify(answer.error)));
  }
}

/** A page of the browser. */
export class Tab {
  constructor(
    readonly send: (method: string, params?: object) => Promise<unknown>,
    private readonly folder: string,
    private readonly heard: () => readonly Answer[],
    private readonly next: (method: string) => Promise<void>,
  ) {}

  /** Opens a page from a file, as somebody does who was sent it. */
  async show(html: string, screen: Screen): Promise<void> {
    const path = join(this.folder, 'page.html');
    writeFileSync(path, html);
    await this.resize(screen);
    const loaded = this.next('Page.loadEventFired');
    await this.send('Page.navigate', { url: pathToFileURL(path).href });
    await loaded;
  }

  async resize({ width, height = 900, colours = 'light', media = 'screen' }: Screen): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send('Emulation.setEmulatedMedia', {
      media,
      features: [{ name: 'prefers-color-scheme', value: colours }],
    });
  }

  /** What an expression of JavaScript gives in the page; promises are waited for. */
  async ask<Result>(expression: string): Promise<Result> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })) as {
      result: { value: Result };
      exceptionDetails?: { exception?: { description?: string }; text: string };
    };
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** What a rectangle of the page looks like, as a PNG in base64. */
  async picture(clip: { x: number; y: number; width: number; height: number }): Promise<string> {
    const { data } = (await this.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { ...clip, scale: 1 },
    })) as { data: string };
    return data;
  }

  /** What went wrong in the page, and what it asked for besides itself. */
  complaints(): string[] {
    return this.heard()
      .filter(({ method = '', params }) => {
        const { url, type } = { ...params, ...params?.request } as { url?: string; type?: string };
        const isItself = type === 'Document' && url?.endsWith('/page.html') === true;
        return MINDED.has(method) && !isItself;
      })
      .map(({ method, params }) => `${method} ${JSON.stringify(params)}`);
  }
}

const MINDED: ReadonlySet<string> = new Set([
  'Log.entryAdded',
  'Network.requestWillBeSent',
  'Runtime.consoleAPICalled',
  'Runtime.exceptionThrown',
]);
