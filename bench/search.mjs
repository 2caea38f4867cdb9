// SPDX-License-Identifier: MIT
// node search.mjs PLAYWRIGHT BASE QUERIES FOLDER: asks the search of loa and Pagefind each query in a page of its own, and prints
// {loa, pagefind}: for each query the pages found, the compressed bytes of the index that were read, and the milliseconds it took.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const [tool, base, file, folder] = process.argv.slice(2)
const { chromium } = createRequire(import.meta.url)(tool)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })

/* What Pagefind looks with, read once; loa's is not below tim/ either. */
const ENGINE = /\/pagefind\/(pagefind[a-z-]*\.js|wasm\.[^/]*)$/

/* What a server sends of it; Pagefind's own files are compressed already. */
function size (url) {
  const bytes = readFileSync(folder + new URL(url).pathname)
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length)
}

async function ask (index, query, start, answer) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const read = new Set()
  page.on('request', request => { if (request.url().includes(index) && !ENGINE.test(request.url())) read.add(request.url()) })
  const begun = Date.now()
  await page.goto(base + start)
  const hrefs = await answer(page)
  const ms = Date.now() - begun
  await context.close()
  return { hrefs: hrefs.map(href => decodeURI(new URL(href, base).pathname).slice(1)), ms, bytes: [...read].reduce((sum, url) => sum + size(url), 0) }
}

const answers = { loa: [], pagefind: [] }
for (const query of JSON.parse(readFileSync(file, 'utf8'))) {
  answers.loa.push(await ask('/tim/', query, 'tim-kiem.html?q=' + encodeURIComponent(query), async page => {
    await page.waitForSelector('#tinh-trang:not(:empty)', { state: 'attached' })
    return page.$$eval('#ket-qua a', links => links.map(link => link.href))
  }))
  answers.pagefind.push(await ask('/pagefind/', query, 'empty.html', page => page.evaluate(async text => {
    const pagefind = await import('/pagefind/pagefind.js')
    const found = await pagefind.search(text)
    const shown = await Promise.all(found.results.slice(0, 10).map(result => result.data()))
    return shown.map(one => one.url)
  }, query)))
}
console.log(JSON.stringify(answers))
await browser.close()
