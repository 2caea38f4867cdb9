// SPDX-License-Identifier: MIT
// node hands.mjs NODE_MODULES HTTP FILE: what hands do on the pages of the search. Prints a line for each: its name, and what is wrong with tabs between.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const [modules, http, file] = process.argv.slice(2)
const { chromium } = createRequire(import.meta.url)(modules + '/playwright-core')
const axe = readFileSync(modules + '/axe-core/axe.min.js', 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] })
const said = page => page.waitForSelector('#tinh-trang:not(:empty)', { state: 'attached', timeout: 10000 })
const first = page => page.$eval('#ket-qua', list => list.querySelector('a') ? list.querySelector('a').getAttribute('href') : '')

async function look (name, base, how) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => { if (message.type() === 'error') faults.push(message.text()) })
  try { await how(page, faults, base) } catch (error) { faults.push(String(error).split('\n')[0]) }
  console.log([name, ...faults].join('\t'))
  await context.close()
}

async function clean (page, faults) {
  await page.evaluate(axe)
  const result = await page.evaluate(() => axe.run())
  result.violations.forEach(one => faults.push(one.id + ' ' + one.nodes[0].html))
}

for (const base of [file, http]) {
  const from = base === file ? 'from a stick' : 'from a server'
  await look('results come while one types, ' + from, base, async (page, faults) => {
    await page.goto(base + 'tim-kiem.html')
    await page.focus('#q')
    await page.keyboard.type('dang ky ket', { delay: 20 })
    await page.waitForSelector('#ket-qua[data-q="dang ky ket"]')
    if (await first(page) !== 'viec/ket-hon.html') faults.push(await first(page))
    if (!/q=dang\+ky\+ket/.test(page.url())) faults.push(page.url())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/viec/ket-hon.html')
  })
}
await look('filters narrow', http, async (page, faults) => {
  await page.goto(http + 'tim-kiem.html?q=bo+rac&muc=s-tin')
  await said(page)
  if (await first(page)) faults.push('a page of another section: ' + await first(page))
  await page.goto(http + 'tim-kiem.html?q=hoa+loc&loai=k-office')
  await said(page)
  const hrefs = await page.$$eval('#ket-qua a', links => links.map(link => link.getAttribute('href')))
  if (hrefs.length < 2 || hrefs.some(href => !href.startsWith('co-quan/'))) faults.push(hrefs.join(' '))
  await page.goto(http + 'tim-kiem.html?q=khai+sinh&co-quan=o-ubnd-hoa-loc')
  await said(page)
  if (await first(page) !== 'viec/khai-sinh.html') faults.push(await first(page))
})
await look('who finds nothing is told what to do', http, async (page, faults) => {
  await page.goto(http + 'tim-kiem.html?q=xyzabc')
  await said(page)
  if (!/Không tìm thấy/.test(await page.textContent('#tinh-trang'))) faults.push(await page.textContent('#tinh-trang'))
  if (!await page.isVisible('#khong-thay')) faults.push('no advice')
})
await look('what an author wrote is text', http, async (page, faults) => {
  await page.goto(http + 'tim-kiem.html?q=loa+phat+gio')
  await said(page)
  if (!/script/.test(await page.textContent('#ket-qua')) && await page.$('#ket-qua b')) faults.push('markup')
})
await look('offices are found where they are listed', http, async (page, faults) => {
  await page.goto(http + 'co-quan/index.html')
  await page.fill('#q', 'cong an')
  await said(page)
  if (await first(page) !== '../co-quan/cong-an-hoa-loc.html') faults.push(await first(page))
})
await look('a lost reader finds, too', http, async (page, faults) => {
  await page.goto(http + '404.html')
  await page.fill('#q', 'ket hon')
  await said(page)
  if (await first(page) !== '/viec/ket-hon.html') faults.push(await first(page))
})
await look('an old index in the browser is read anew', http, async (page, faults) => {
  let isOld = true
  await page.route('**/tim/goc.js', async route => {
    const answer = await route.fetch()
    const text = await answer.text()
    await route.fulfill({ response: answer, body: isOld ? text.replace(/v:"\w+"/, 'v:"00000000"') : text })
    isOld = false
  })
  await page.goto(http + 'tim-kiem.html?q=ket+hon')
  await said(page)
  if (await first(page) !== 'viec/ket-hon.html') faults.push(await first(page), await page.textContent('#tinh-trang'))
})
for (const path of ['tim-kiem.html?q=dang+ky', 'tim-kiem.html?q=xyzabc', 'a-z/d.html', 'co-quan/index.html']) {
  await look('axe has nothing to say of ' + path, http, async (page, faults) => {
    await page.goto(http + path)
    if (path.includes('q=')) await said(page)
    await clean(page, faults)
  })
}
await browser.close()
