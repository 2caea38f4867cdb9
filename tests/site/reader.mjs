// SPDX-License-Identifier: MIT
// node reader.mjs TOOLS OUT: the way of somebody who reads English through a site in two languages, from a stick. Prints a line for each step: its
// name, and what is wrong with tabs between.
import { createRequire } from "node:module";
import path from "node:path";

const [, , tools, out] = process.argv;
const { chromium } = createRequire(path.join(tools, "x.js"))("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const said = [];
page.on("pageerror", error => said.push(String(error)));

async function step(name, how) {
  const faults = [];
  try { await how(faults); } catch (error) { faults.push(String(error).split("\n")[0]); }
  console.log([name, ...faults, ...said.splice(0)].join("\t"));
}
const at = async (faults, end) => { if (!page.url().endsWith(end)) faults.push(`at ${page.url()}, not ${end}`); };
const found = async text => {
  await page.fill("#q", text);
  await page.waitForSelector(`#ket-qua[data-q="${text}"]`, { state: "attached", timeout: 10000 });
  return [await page.textContent("#tinh-trang"), await page.$$eval("#ket-qua a", links => links.map(link => link.textContent))];
};

await step("an English reader finds the English home page", async faults => {
  await page.goto("file://" + out + "/index.html");
  await page.click("nav.languages a[lang=en]");
  await at(faults, "/en/index.html");
  if (await page.getAttribute("html", "lang") !== "en") faults.push("its language is another");
});
await step("… a section of it, and a guide", async faults => {
  await page.click("nav[aria-label=Sections] a >> text=en/guides");
  await page.click("main a >> text=Registering a stay");
  await at(faults, "/en/guides/stay.html");
});
await step("… searches, and is answered in English", async faults => {
  await page.click("nav[aria-label=Sections] a >> text=Search");
  await at(faults, "/en/tim-kiem.html");
  const [status, titles] = await found("registering");
  if (status !== "Results: 1." || titles[0] !== "Registering a stay") faults.push(status + " " + titles);
  if (!/Guide/.test(await page.textContent("#ket-qua"))) faults.push(await page.textContent("#ket-qua"));
  const [none] = await found("xyzzyq");
  if (none !== "No page was found.") faults.push(none);
});
await step("… and goes from a page to the same in Vietnamese and back", async faults => {
  await page.goto("file://" + out + "/huong-dan/waste.html");
  await page.click("nav.languages a[lang=vi]");
  await at(faults, "/huong-dan/rac.html");
  await page.click("nav.languages a[lang=en]");
  await at(faults, "/huong-dan/waste.html");
});
await browser.close();
