// Asks Lighthouse about the sign-in and the overview of a dashboard that it starts itself: node run.mjs DASHBOARD.dll
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

const least = 95;
const categories = ['accessibility', 'best-practices'];
const forms = { desktop: desktopConfig, mobile: undefined };
const startLimitMs = 60_000;

const folder = await mkdtemp(join(tmpdir(), 'aura-lighthouse-'));

const start = () => new Promise((listening, failed) => {
  const root = resolve(import.meta.dirname, '..', '..');
  const server = spawn('dotnet', [resolve(process.argv[2]), '--urls', 'http://127.0.0.1:0', '--contentRoot', root], {
    env: {
      ...process.env,
      ASPNETCORE_ENVIRONMENT: 'Development',
      Market__Scenario: 'extreme-gold',
      Storage__ConnectionString: join(folder, 'aura.db'),
    },
  });
  let said = '';
  const giveUp = why => {
    server.kill('SIGKILL');
    failed(new Error(`The dashboard ${why}. It said:\n${said}`));
  };
  const limit = setTimeout(() => giveUp('does not listen'), startLimitMs);
  const ended = () => giveUp('ended');
  server.once('exit', ended);
  const read = text => {
    said += text;
    const url = /Now listening on: (\S+)/.exec(said)?.[1];
    if (url) {
      clearTimeout(limit);
      server.off('exit', ended);
      listening({ server, url });
    }
  };
  server.stdout.on('data', read);
  server.stderr.on('data', read);
});

const signIn = async (page, url) => {
  await page.goto(url, { waitUntil: 'networkidle0' });
  await page.type('[data-testid=login-email]', 'operator@aura.demo');
  await page.type('[data-testid=login-password]', 'Aura-demo-1');
  await page.click('[data-testid=login-submit]');
  await page.waitForSelector('[data-testid=asset-GOLD-chart] >>> svg path');
};

// One category that cannot be computed is worth as much as one that fails.
const ask = async (page, url, heading) => {
  let met = true;
  for (const [form, config] of Object.entries(forms)) {
    const { lhr } = await lighthouse(url, { onlyCategories: categories, disableStorageReset: true, logLevel: 'error' }, config, page);
    const shown = await page.$eval('h1', element => element.textContent.trim());
    if (shown !== heading) {
      throw new Error(`Lighthouse looked at '${shown}' instead of '${heading}'.`);
    }
    for (const id of categories) {
      const { score, auditRefs } = lhr.categories[id];
      const figure = Math.round((score ?? 0) * 100);
      met &&= figure >= least;
      console.log(`${heading}, ${form}: ${id} ${figure}${figure >= least ? '' : `, below ${least}`}`);
      for (const { id: audit, weight } of auditRefs) {
        const { score: part, title, scoreDisplayMode, details } = lhr.audits[audit];
        if (weight > 0 && part !== null && part < 1) {
          const where = (details?.items ?? []).slice(0, 3).map(item => item.node?.snippet ?? item.description ?? item.url ?? '');
          console.log(`  ${audit} (${scoreDisplayMode}): ${title} ${where.join(' | ')}`);
        }
      }
    }
  }

  return met;
};

let server;
let browser;
try {
  let url;
  ({ server, url } = await start());
  browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  let met = await ask(page, `${url}/login`, 'Sign in');
  await signIn(page, url);
  met = await ask(page, `${url}/`, 'Overview') && met;
  process.exitCode = met ? 0 : 1;
} finally {
  await browser?.close();
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}
