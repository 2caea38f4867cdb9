// SPDX-License-Identifier: MIT
// node pictures.mjs FROM TO: the files that loa publishes of photos, made by sharp, the photo read once for all of them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'

const [from, to] = process.argv.slice(2)
const WIDTHS = [480, 960, 1600], MOST = 120 << 10
const QUALITIES = [75, 60, 45, 30, 15]

async function webp(photo, info, width) {
  for (const quality of QUALITIES) {
    const bytes = await sharp(photo, { raw: info }).resize({ width }).webp({ quality }).toBuffer()
    if (bytes.length <= MOST || quality === QUALITIES.at(-1)) return bytes
  }
}

async function publish(name) {
  const { data, info } = await sharp(join(from, name)).rotate().resize({ width: 1600, withoutEnlargement: true })
    .toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  writeFileSync(join(to, name), await sharp(data, { raw }).jpeg({ quality: 80 }).toBuffer())
  for (const width of WIDTHS.map(width => Math.min(width, info.width)))
    writeFileSync(join(to, `${basename(name, '.jpg')}-${width}.webp`), await webp(data, raw, width))
}

mkdirSync(to, { recursive: true })
sharp.concurrency(1) // a photo for each core is faster than all cores for one photo
const names = readdirSync(from).filter(name => name.endsWith('.jpg')).sort()
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let name; (name = names.shift());) await publish(name)
}))
