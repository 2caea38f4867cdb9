// SPDX-License-Identifier: MIT
// What tests/site/test-pages asks of Chromium: pages.mjs TOOLS OUT PREFIX PAGE…
// OUT is a made site, PREFIX where it stands on its host (/x/), PAGE a path below it. A line of JSON for each question: its
// name and what is wrong.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { serve } from "./served.mjs";

const [, , tools, out, prefix, ...pages] = process.argv;
const { chromium } = createRequire(path.join(tools, "x.js"))("playwright-core");
const axe = fs.readFileSync(path.join(tools, "node_modules/axe-core/axe.min.js"), "utf8");
const WIDTHS = [1280, 768, 320], MOST_SHIFT = 0.02;

const say = (name, faults) => console.log(JSON.stringify({ name, faults }));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const base = "file://" + out + "/";

function watch(page, faults, where) {
  page.on("request", request => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) faults.push(`${where()} asks for ${request.url()}`);
  });
  page.on("pageerror", error => faults.push(`${where()}: ${error}`));
}

// Accessibility, width and shifts, at each width, light and dark; forced colours last.
async function look() {
  const a11y = [], wide = [], foreign = [], shifts = [], forced = [], small = [];
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let name = "";
  watch(page, foreign, () => name);
  for (name of pages) {
    await page.goto(base + name);
    await page.evaluate(axe);
    for (const width of WIDTHS)
      for (const colorScheme of ["light", "dark"]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, forcedColors: "none" });
        const found = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
        for (const each of found.violations) a11y.push(`${name} ${width} ${colorScheme}: ${each.id} ${each.nodes[0].target}`);
        const [full, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        if (full > inner) wide.push(`${name}: ${full} wide at ${width}`);
        // What stands above the text ends where that does.
        const [cover, text] = await page.evaluate(() => [".cover", ".lead, .body > p"].map(each => document.querySelector(each)?.getBoundingClientRect().right ?? 0));
        if (text && cover > Math.max(text, 1) + 1) wide.push(`${name}: its picture is ${cover - text} wider than its text at ${width}`);
      }
    // A thumb needs 24 dots (WCAG 2.2, 2.5.8), but in running text.
    small.push(...await page.evaluate(name => [...document.querySelectorAll("nav a, header a, .items a, .airings a, button, summary")]
      .filter(link => link.getClientRects().length && link.getBoundingClientRect().height < 24)
      .map(link => `${name}: ${link.textContent.trim()} is ${link.getBoundingClientRect().height} high`), name));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    forced.push(...await page.evaluate(name => [...document.querySelectorAll("[aria-current], .button, .steps > li")].filter(element => {
      const style = getComputedStyle(element), before = getComputedStyle(element, "::before");
      return [style, before].every(each => parseFloat(each.borderTopWidth) + parseFloat(each.borderBottomWidth) === 0 && each.outlineStyle === "none");
    }).map(element => `${name}: ${element.className || element.textContent} is not seen`), name));
    await page.emulateMedia({ forcedColors: "none" });
  }
  await context.close();
  for (name of pages) {
    const fresh = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const one = await fresh.newPage();
    await one.goto(base + name, { waitUntil: "load" });
    const shift = await one.evaluate(() => new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 150);
    }));
    if (shift > MOST_SHIFT) shifts.push(`${name}: ${shift}`);
    await fresh.close();
  }
  say("axe finds nothing at 320, 768 and 1280, light and dark", a11y);
  say("no page is wider than its window, down to 320 (1280 at 400 %)", wide);
  say("no page asks another host for anything, and no script fails", foreign);
  say("nothing moves while a page arrives", shifts);
  say("what is current and what is pressed is seen in forced colours", forced);
  say("what a thumb has to hit is high enough", small);
}

// Without a script a page says the same; the search leads on to the list.
async function without_script() {
  const faults = [];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const name of pages) {
    await page.goto(base + name);
    const text = await page.innerText("body");
    if (text.trim().length < 100) faults.push(`${name} says ${text.length} letters`);
  }
  await page.goto(base + "tim-kiem.html");
  if (!(await page.isVisible("a[href^='a-z/']"))) faults.push("the search leads nowhere");
  await context.close();
  say("without scripts every page is there, and the search leads to the list from A to Z", faults);
}

// On a phone a long menu is three links until one asks for the rest, without a script.
async function menu() {
  const faults = [];
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(base + pages[0]);
  const links = page.locator("#thuc-don a");
  const shown = async () => (await Promise.all((await links.all()).map(link => link.isVisible()))).filter(Boolean).length;
  const height = (await page.locator("#thuc-don").boundingBox()).height;
  if (await shown() !== 3 || height > 110) faults.push(`${await shown()} links, ${height} high`);
  await page.click(".unfold a");
  if (await shown() !== await links.count()) faults.push(`${await shown()} of ${await links.count()} links when it is unfolded`);
  await page.setViewportSize({ width: 1280, height: 900 });
  if (await shown() !== await links.count() - 1) faults.push(`${await shown()} of ${await links.count()} links where there is room`);
  await context.close();
  say("a long menu is folded on a phone, and unfolds without a script", faults);
}

// The journeys of a citizen by keyboard alone: past the menu; through every link, seen; from a query to the page.
async function keyboard() {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  for (const name of pages) {
    await page.goto(base + name);
    const wanted = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
      .filter(element => element.getClientRects().length && !element.disabled && !element.closest("details:not([open]) > :not(summary)")).length);
    const seen = new Set();
    for (let i = 0; i < wanted + 5; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        element.dataset.seen ||= String(Math.random());
        return [element.dataset.seen, getComputedStyle(element).outlineStyle !== "none", element.outerHTML.slice(0, 80)];
      });
      if (!at) break;
      if (!at[1]) faults.push(`${name}: nobody sees where the focus is: ${at[2]}`);
      seen.add(at[0]);
    }
    if (seen.size < wanted) faults.push(`${name}: ${seen.size} of ${wanted} are reached`);
  }
  await page.goto(base + pages[0]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  if (!page.url().endsWith("#noi-dung")) faults.push("the first link does not lead past the menu");
  await page.goto(base + "tim-kiem.html");
  await page.focus("#q");
  await page.keyboard.type("bao");
  try {
    await page.waitForSelector("#ket-qua a", { timeout: 5000 });
    await page.focus("#ket-qua a");
    await page.keyboard.press("Enter");
    await page.waitForURL(url => !url.pathname.endsWith("tim-kiem.html"), { timeout: 5000 });
  } catch (error) { faults.push(`a query by keyboard: ${error}`); }
  await context.close();
  say("the keyboard reaches all there is, seen, past the menu and through the search", faults);
}

// A page that is not there is styled at any depth, and from a disk; its links and its search work in both.
async function missing(host) {
  const faults = [];
  const page = await browser.newPage();
  for (const address of [host + "khong-co.html", host + "a/b/c/khong-co", base + "404.html"]) {
    await page.goto(address);
    const state = await page.evaluate(() => [getComputedStyle(document.querySelector(".skip")).position, document.querySelector("nav a").href]);
    if (state[0] !== "absolute") faults.push(`${address} has no style`);
    const home = await page.goto(state[1]);
    if (home && home.status() >= 400) faults.push(`${address} leads to ${state[1]}`);
    await page.goto(address);
    await page.fill("#q", "bao");
    try { await page.waitForSelector("#ket-qua a", { timeout: 5000 }); } catch { faults.push(`${address} finds nothing`); }
  }
  await page.close();
  say("a missing page has its style, its links and its search at any depth, and from a disk", faults);
}

// A phone can put the site on its home screen: over http each page names the manifest, with icons that are there; from a disk no page
// asks for what a browser would not give it.
async function manifest(host) {
  const faults = [];
  const page = await browser.newPage();
  page.on("console", message => { if (message.type() === "error" && !/ERR_FILE_NOT_FOUND/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`); });
  for (const name of pages.slice(0, 6)) {
    await page.goto(base + name);
    await page.waitForTimeout(50);
    await page.goto(host + name, { waitUntil: "load" });
    const address = await page.evaluate(() => document.querySelector("link[rel=manifest]")?.href);
    const answer = address && await fetch(address), text = answer && await answer.json();
    const icons = text ? await page.evaluate(sources => Promise.all(sources.map(source => new Promise(done => {
      const image = new Image();
      image.onload = () => done(image.naturalWidth > 0);
      image.onerror = () => done(false);
      image.src = source;
    }))), text.icons.map(icon => new URL(icon.src, address).href)) : [];
    if (!text || !text.name || !/^#/.test(text.theme_color) || !icons.length || icons.includes(false))
      faults.push(`${name}: ${address} ${JSON.stringify(text)} ${icons}`);
  }
  await page.close();
  say("a phone can keep the site on its home screen, and nothing is asked for in vain", faults);
}

// Over http the pages of a visit stay without a network, and what is new is seen.
async function offline(host) {
  const faults = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host + "index.html");
  await Promise.race([page.evaluate(() => navigator.serviceWorker.ready.then(() => true)), page.waitForTimeout(10000)]);
  await page.waitForTimeout(500);
  await page.goto(host + pages[1]);
  const title = await page.title();
  await page.waitForTimeout(300);
  await context.setOffline(true);
  for (const name of ["index.html", pages[1]])
    try {
      await page.goto(host + name);
      if (await page.evaluate(() => getComputedStyle(document.querySelector(".skip")).position) !== "absolute") faults.push(`${name} has no style`);
    } catch (error) { faults.push(`${name}: ${error}`); }
  if (await page.title() !== title) faults.push("another page came");
  await context.setOffline(false);
  const file = path.join(out, pages[1]), before = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, before.replace("<title>", "<title>Mới: "));
  await page.goto(host + pages[1]);
  if (!(await page.title()).startsWith("Mới: ")) faults.push("an update is not seen");
  fs.writeFileSync(file, before);
  await context.close();
  say("the pages of one visit are there without a network, and an update is seen", faults);
}

const server = await serve(out, process.env.POLICY, { prefix });
await look();
await without_script();
await menu();
await keyboard();
await missing(server.base);
await manifest(server.base);
await offline(server.base);
server.close();
await browser.close();
