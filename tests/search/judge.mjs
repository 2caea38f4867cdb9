// SPDX-License-Identifier: MIT
// node judge.mjs PLAYWRIGHT BASE QUERIES OUT: asks the search page of a site, in a real browser, each query of a file of lines
// “query <tab> pages it means <tab> kind”, and prints a line of JSON for each: rank (0: not in the list), what was fetched, the first results.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'

const [tool, base, file, folder] = process.argv.slice(2)
const { chromium } = createRequire(import.meta.url)(tool)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] })
const rows = readFileSync(file, 'utf8').trim().split('\n').filter(line => !line.startsWith('#')).slice(1).map(line => line.split('\t'))
const sizes = new Map()

function size (url) {
  const path = url.startsWith('file:') ? fileURLToPath(url.split('?')[0]) : folder + new URL(url).pathname
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path), { level: 9 }).length)
  return sizes.get(path)
}

const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
for (const [query, meant, kind] of rows) {
  const page = await context.newPage()
  const fetched = []
  const complaints = []
  page.on('request', request => fetched.push(request.url()))
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(base + 'tim-kiem.html?q=' + encodeURIComponent(query).replace(/%20/g, '+'))
  let hrefs = []
  let status = ''
  try {
    await page.waitForSelector('#tinh-trang:not(:empty)', { state: 'attached', timeout: 10000 })
    hrefs = await page.$$eval('#ket-qua a', links => links.map(link => link.href))
    status = await page.textContent('#tinh-trang')
  } catch (error) { complaints.push(String(error).slice(0, 200)) }
  const marks = await page.$$eval('#ket-qua mark', list => list.length)
  const pages = (meant || '').split(' ').filter(Boolean).map(path => base + path.replace(/\.md$/, '.html'))
  const rank = 1 + hrefs.findIndex(href => pages.includes(decodeURI(href)))
  const index = fetched.filter(url => url.includes('/tim/'))
  console.log(JSON.stringify({ query, kind, rank, n: hrefs.length, marks, status, files: index.length, bytes: index.reduce((sum, url) => sum + size(url), 0),
    meant, first: hrefs.slice(0, 3).map(href => href.replace(base, '')), complaints }))
  await page.close()
}
await browser.close()
