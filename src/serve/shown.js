// SPDX-License-Identifier: MIT
// In a page that is shown, of the site or of a sheet: keeps its place, says where a paragraph is written, and goes to a line. In the frame it talks
// with the desk around it; by itself, on a phone, it loads itself anew when something changed.
(() => {
  'use strict'
  const inFrame = parent !== window
  const tell = message => parent.postMessage({ loa: true, ...message }, '*')
  // What stands above the text (title, summary, keys) is written in the lines before it: a click anywhere else leads to the first.
  const head = document.querySelector('main h1, .sheet img')
  const blocks = () => [...head ? [head] : [], ...document.querySelectorAll('[data-line]')]
  const lineOf = element => Number(element.dataset.line || 1)

  // The innermost block that starts at or before the line.
  const find = line => blocks().filter(block => lineOf(block) <= line).reduce((best, block) => !best || lineOf(block) >= lineOf(best) ? block : best, null)

  let marked = null
  const mark = block => {
    if (marked) marked.style.outline = ''
    marked = block
    if (!block) return
    block.style.outline = '3px solid #ffbf47'
    block.style.outlineOffset = '4px'
  }

  if (!inFrame) {
    const here = new URL(document.currentScript.src)
    const place = 'loa ' + location.pathname
    addEventListener('pagehide', () => sessionStorage.setItem(place, scrollY))
    scrollTo(0, Number(sessionStorage.getItem(place) || 0))
    const events = new EventSource(new URL('events', here))
    for (const name of ['site', 'matter', 'document']) events.addEventListener(name, () => location.reload())
    return
  }

  let waits = false
  addEventListener('scroll', () => {
    if (waits) return
    waits = true
    setTimeout(() => {
      waits = false
      tell({ what: 'scroll', y: scrollY })
    }, 60)
  })
  addEventListener('message', event => {
    if (event.source !== parent || !event.data || !event.data.loa) return
    if (event.data.what === 'scroll') scrollTo(0, event.data.y)
    if (event.data.what === 'line') {
      const block = find(event.data.line)
      mark(block)
      if (block) block.scrollIntoView({ block: 'center' })
    }
    tell({ what: 'placed' })
  })
  addEventListener('click', event => {
    const link = event.target.closest('a[href]')
    if (link && link.protocol.startsWith('http') && link.host !== location.host) {
      event.preventDefault()
      tell({ what: 'outside', url: link.href })
      return
    }
    const block = link ? null : event.target.closest('[data-line]') || (event.target.closest('main, .sheet') && head)
    if (!block) return
    mark(block)
    tell({ what: 'line', line: lineOf(block) })
  })
  tell({ what: 'ready', path: location.pathname })
})()
