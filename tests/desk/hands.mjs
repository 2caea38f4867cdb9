// SPDX-License-Identifier: MIT
// node hands.mjs NODE_MODULES ADDRESS SITE: what the hands of an officer do at the desk, while files of SITE change. Prints a line for each thing
// tried: its name, and what is wrong with tabs between.
import { createRequire } from 'node:module'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

const [modules, address, site] = process.argv.slice(2)
const { chromium } = createRequire(import.meta.url)(modules + '/playwright-core')
const axe = readFileSync(modules + '/axe-core/axe.min.js', 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const context = await browser.newContext({ bypassCSP: false, viewport: { width: 1280, height: 900 } })
const said = []
const text = (page, id) => page.textContent('#' + id)
// Until it comes true. A frame may go while it is asked.
async function retry (what) {
  for (const end = Date.now() + 15000; Date.now() < end; await new Promise(go => setTimeout(go, 50)))
    if (await what().catch(() => false)) return
  throw new Error('never: ' + what)
}
// The same in a page or frame: their policies forbid what playwright does by itself.
const until = (where, what, given) => retry(() => where.evaluate(what, given))
const file = name => site + '/content/' + name

async function enter (where) {
  const page = await context.newPage()
  page.on('pageerror', error => said.push(String(error)))
  page.on('console', message => { if (message.type() === 'error' && !/status of (403|404|500)/.test(message.text())) said.push(message.text()) })
  await page.goto(where)
  await page.waitForSelector('#documents button')
  return page
}

async function tryIt (name, how) {
  const faults = []
  try { await how(faults) } catch (error) { faults.push(String(error).split('\n').slice(0, 3).join(' ')) }
  console.log([name, ...faults, ...said.splice(0)].join('\t'))
}

// The frame that shows `path`, once it is the one that is seen.
async function shown (page, path) {
  const frame = page.locator(`#stage iframe:not(.waits)[data-path="${path}"]`)
  await frame.waitFor({ timeout: 15000 })
  return (await frame.elementHandle()).contentFrame()
}

const choose = async (page, title) => page.locator('#documents button', { hasText: title }).click()
const channel = async (page, title) => page.locator('#tabs button', { hasText: new RegExp('^' + title + '$') }).click()
// What the desk says of a place, as “file, line”.
const place = async (page, wanted) => until(page, wanted => document.getElementById('place').textContent.startsWith(wanted), wanted)

const page = await enter(address)

await tryIt('a click on a paragraph of a page says its line', async faults => {
  await choose(page, 'Phòng cháy nhà trọ')
  const frame = await shown(page, 'huong-dan/nha-tro.html')
  await frame.click('text=Dọn lối đi.')
  await place(page, 'content/huong-dan/nha-tro.md, line 9')
})

await tryIt('a click on the headline leads above the text', async faults => {
  const frame = await shown(page, 'huong-dan/nha-tro.html')
  await frame.click('main h1')
  await place(page, 'content/huong-dan/nha-tro.md, line 1')
  await frame.evaluate(() => document.querySelector('main h1').style.outline.length > 0 || Promise.reject(new Error('not marked')))
})

for (const [title, path, lines] of [['Tờ rơi', 'to-roi.pdf', [9, 10]], ['Tờ rơi A4', 'to-roi-a4.pdf', [9]], ['Áp phích', 'ap-phich.pdf', [9]], ['Kịch bản in', 'loa.pdf', [7]]]) {
  await tryIt(`a click on a paragraph of a sheet says its line: ${path}`, async faults => {
    await channel(page, title)
    const frame = await shown(page, 'huong-dan/nha-tro/' + path)
    await until(frame, () => document.images[0].complete && document.images[0].naturalWidth > 400)
    for (const line of lines) {
      await frame.locator(`[data-line="${line}"]`).first().click()
      await place(page, `content/huong-dan/nha-tro.md, line ${line}`)
    }
    const [wide, outline] = await frame.evaluate(() => [document.documentElement.scrollWidth > innerWidth, document.querySelector('[style*=outline]') !== null])
    if (wide) faults.push('wider than its frame')
    if (!outline) faults.push('what was clicked is not marked')
  })
}

await tryIt('a click on a paragraph of a script says its line', async faults => {
  await channel(page, 'Kịch bản loa')
  const frame = await shown(page, 'huong-dan/nha-tro/loa.html')
  await frame.locator('.part', { hasText: 'Mở cửa' }).first().click()
  await place(page, 'content/huong-dan/nha-tro.md, line 10')
})

await tryIt('a click on a paragraph of a letter says its line', async faults => {
  await choose(page, 'tăng cường phòng cháy')
  const frame = await shown(page, 'cong-van/so-1.html')
  await frame.click('text=Đề nghị các tổ dân phố')
  await place(page, 'content/cong-van/so-1.md, line 19')
})

await tryIt('a saved sheet comes by itself, and keeps its place', async faults => {
  await choose(page, 'Phòng cháy nhà trọ')
  await channel(page, 'Tờ rơi')
  const before = await shown(page, 'huong-dan/nha-tro/to-roi.pdf')
  await before.evaluate(() => scrollTo(0, 700))
  await page.waitForTimeout(200)
  writeFileSync(file('huong-dan/nha-tro.md'), readFileSync(file('huong-dan/nha-tro.md'), 'utf8').replace('Mở cửa', 'Mở hết cửa'))
  await until(page, old => document.querySelectorAll('#stage iframe').length === 1 && document.querySelector('#stage iframe') !== old,
    await before.frameElement())
  const frame = await shown(page, 'huong-dan/nha-tro/to-roi.pdf')
  const y = await frame.evaluate(() => scrollY)
  if (Math.abs(y - 700) > 3) faults.push('it stands at ' + y)
})

const other = await enter(new URL('/', address).href)
await tryIt('two tabs, many saves: both show the last', async faults => {
  await choose(other, 'Phòng cháy nhà trọ')
  await channel(page, 'Page')
  const good = readFileSync(file('huong-dan/nha-tro.md'), 'utf8')
  for (let i = 0; i < 25; i++) {
    writeFileSync(file('huong-dan/nha-tro.md'), good.replace('Dọn lối đi.', `Dọn lối đi lần ${i}.`))
    await page.waitForTimeout(20)
  }
  for (const tab of [page, other]) {
    await retry(async () => /lần\s24\./.test(await (await shown(tab, 'huong-dan/nha-tro.html')).textContent('body')))
    if (await tab.isVisible('#faults')) faults.push(await tab.textContent('#faults'))
  }
  writeFileSync(file('huong-dan/nha-tro.md'), good)
})

await tryIt('what breaks keeps the last good version, and says where; a click leads there', async faults => {
  await choose(page, 'Phòng cháy nhà trọ')
  await shown(page, 'huong-dan/nha-tro.html')
  const good = readFileSync(file('huong-dan/nha-tro.md'), 'utf8')
  writeFileSync(file('huong-dan/nha-tro.md'), good.replace('loại: hướng dẫn', 'loại: [hướng'))
  await until(page, () => /line 3/.test(document.getElementById('problem-list').textContent))
  await page.waitForSelector('#pill.error')
  const frame = await shown(page, 'huong-dan/nha-tro.html')
  if (!/Mở hết cửa/.test(await frame.textContent('body'))) faults.push('the last good version is gone')
  writeFileSync(file('huong-dan/nha-tro.md'), good.replace('Dọn lối đi.', 'Dọn lối đi, xem [ở đây](khong-co.md).'))
  const fault = page.locator('#problem-list button', { hasText: 'khong-co.md' })
  await fault.first().waitFor({ timeout: 15000 })
  await fault.first().click()
  await place(page, 'content/huong-dan/nha-tro.md, line 9')
  const isListed = wanted => until(page, wanted => /khong-co.md/.test(document.getElementById('problem-list').textContent) === wanted, wanted)
  const choices = where => page.locator(where + ' button')
  for (const scope of ['This channel', 'This document', 'The whole site']) {
    await choices('#scopes').filter({ hasText: scope }).click()
    await isListed(true)
  }
  await choices('#levels').filter({ hasText: 'Doubt' }).click()
  await isListed(false)
  await choices('#levels').filter({ hasText: 'Error' }).click()
  await isListed(true)
  await choices('#levels').filter({ hasText: 'Error' }).click()
  writeFileSync(file('huong-dan/nha-tro.md'), good)
  await until(page, () => !document.getElementById('pill').classList.contains('error'))
})

await tryIt('the kit of an office is found by typing, marks or not', async faults => {
  await choose(page, 'Bản tin một')
  await channel(page, 'Tờ rơi')
  await page.fill('#office', 'ha dong')
  await page.press('#office', 'Enter')
  await page.locator('#office').blur()
  await shown(page, 'co-quan/09556/mot/to-roi.pdf')
  if (!/Hà Đông/.test(await page.inputValue('#office'))) faults.push(await page.inputValue('#office'))
  await page.fill('#office', '')
  await page.locator('#office').blur()
  await shown(page, 'ban-tin/mot/to-roi.pdf')
})

await tryIt('who chooses something before the front page is there goes where he chose', async faults => {
  const tab = await context.newPage()
  await tab.goto(new URL('/', address).href)
  await choose(tab, 'Bản tin một')
  await shown(tab, 'ban-tin/mot.html')
  await tab.close()
})

await tryIt('a file that is renamed while it is looked at', async faults => {
  await choose(page, 'Bản tin một')
  await shown(page, 'ban-tin/mot.html')
  renameSync(file('ban-tin/mot.md'), file('ban-tin/hai.md'))
  await retry(async () => {
    await choose(page, 'Bản tin một')
    return await text(page, 'path') === 'content/ban-tin/hai.md'
  })
  await shown(page, 'ban-tin/hai.html')
})

await tryIt('the desk itself: contrast, names, order (axe)', async faults => {
  const plain = await browser.newContext({ bypassCSP: true, storageState: await context.storageState() })
  const tab = await plain.newPage()
  await tab.goto(new URL('/', address).href)
  await tab.waitForSelector('#documents button')
  await tab.evaluate(axe)
  const found = await tab.evaluate(() => axe.run({ resultTypes: ['violations'], iframes: false }))
  for (const each of found.violations) faults.push(each.id + ' ' + each.nodes[0].html.slice(0, 120))
  await plain.close()
})

await tryIt('a wrong token says what to do', async faults => {
  const fresh = await browser.newContext()
  const tab = await fresh.newPage()
  const answer = await tab.goto(new URL('/', address).href + '0'.repeat(32))
  const told = await tab.textContent('body')
  if (answer.status() !== 403 || told.trim().length < 20) faults.push(`${answer.status()}: ${told.trim()}`)
  await fresh.close()
})

console.log('end it')
await tryIt('when loa serve ends, the desk says so', async faults => {
  await page.waitForSelector('#lost:not([hidden])', { timeout: 20000 })
  said.splice(0)
})
await browser.close()
