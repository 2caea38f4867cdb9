// SPDX-License-Identifier: MIT
// The frame around a site that is written. What it shows comes as JSON from the door it was loaded by; the site itself stands
// in a frame of another origin, with which it exchanges nothing but places.
(() => {
  'use strict'
  const data = JSON.parse(document.getElementById('data').textContent)
  const words = data.words
  const by = id => document.getElementById(id)
  const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key])
  const MOST = 150

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children.filter(child => child !== null))
    return element
  }
  const ask = async (name, values = {}) => {
    const answer = await fetch(name + '.json?' + new URLSearchParams(values))
    if (!answer.ok) throw new Error(answer.status)
    return answer.json()
  }
  const fold = text => text.toLowerCase().normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/đ/g, 'd')

  let site = { documents: [], pages: [] }
  let shown = { path: 'index.html', document: null, office: '', details: null }
  let state = 'all'
  let scope = 'site', level = ''
  let width = 'desktop'
  let problems = { errors: 0, warnings: 0, list: [], done: 0, total: 0 }

  // --- the list of documents ---

  const badge = name => make('span', { className: 'badge ' + name, textContent: words[name] })

  const fits = entry => {
    if (state === 'faulty') return entry.errors + entry.warnings > 0
    return state === 'all' || entry.state === state
  }

  const item = (entry, isDocument) => {
    const button = make('button', { type: 'button' }, entry.title)
    if (isDocument) {
      const facts = make('small', {}, entry.kind, entry.date ? ' · ' + entry.date : null)
      if (entry.state !== 'published') facts.append(badge(entry.state))
      if (entry.errors) facts.append(make('span', { className: 'badge error', textContent: entry.errors + ' ' + words.error.toLowerCase() }))
      else if (entry.warnings) facts.append(make('span', { className: 'badge warning', textContent: entry.warnings + ' ' + words.warning.toLowerCase() }))
      button.append(facts)
    }
    if (isDocument ? entry.path === shown.document : entry.path === shown.path) button.setAttribute('aria-current', 'true')
    button.addEventListener('click', () => {
      by('list').classList.remove('open')
      by('menu').setAttribute('aria-expanded', 'false')
      isDocument ? openDocument(entry.path) : openPage(entry.path)
    })
    return make('li', {}, button)
  }

  const fillList = () => {
    const wanted = fold(by('search').value).split(/\s+/).filter(Boolean)
    const matches = entry => wanted.every(word => fold(entry.title + ' ' + entry.path).includes(word))
    const documents = site.documents.filter(entry => fits(entry) && matches(entry))
    const pages = state === 'all' ? site.pages.filter(matches) : []
    const rows = documents.slice(0, MOST).map(entry => item(entry, true))
    if (documents.length > MOST) rows.push(make('li', { className: 'more', textContent: say('more', { n: documents.length - MOST }) }))
    if (pages.length) rows.push(make('li', { className: 'group', textContent: words.pages }), ...pages.slice(0, 40).map(entry => item(entry, false)))
    if (!rows.length) rows.push(make('li', { className: 'more', textContent: words.nothing }))
    by('documents').replaceChildren(...rows)
  }

  const fillStates = () => {
    const names = ['all', 'draft', 'waits', 'expired', 'faulty']
    const count = name => site.documents.filter(entry => name === 'faulty' ? entry.errors + entry.warnings : name === 'all' || entry.state === name).length
    by('states').replaceChildren(...names.filter(name => name === 'all' || name === state || count(name)).map(name => {
      const button = make('button', { type: 'button', textContent: words[name] + ' ' + count(name) })
      button.setAttribute('aria-pressed', name === state)
      button.addEventListener('click', () => { state = name; fillStates(); fillList() })
      return button
    }))
  }

  const loadSite = async () => {
    site = await ask('site')
    document.title = site.title + ' – ' + words.desk
    by('site').textContent = site.title
    by('moment').classList.toggle('fixed', Boolean(site.fixed))
    if (document.activeElement !== by('now')) by('now').value = site.now.slice(0, 16)
    fillStates()
    fillList()
  }

  // --- what is shown ---

  const isPdf = path => path.endsWith('.pdf')
  const address = path => data.site + path.split('/').map(encodeURIComponent).join('/')
  const sheets = '.desk/sheet/' // below it a sheet is a page, of pictures
  // The path of what stands at an address of the site.
  const pathOf = place => {
    const path = decodeURIComponent(place.slice(new URL(data.site).pathname.length))
    return (path.startsWith(sheets) ? path.slice(sheets.length) : path) || 'index.html'
  }
  let current = null // the frame one sees
  let coming = null  // the one that takes its place when it is ready
  const places = new Map() // path → scroll place

  const showComing = () => {
    if (!coming) return
    if (current) current.remove()
    current = coming
    coming = null
    current.classList.remove('waits')
  }

  const load = (path, hasView) => {
    if (coming) coming.remove()
    const frame = make('iframe', { className: 'waits', title: path })
    const isBare = isPdf(path) && !hasView
    // Browsers show a PDF only outside of the box; everything else says itself, in a header, that it is to stay in it.
    if (!isBare) frame.sandbox = 'allow-scripts'
    frame.dataset.path = path
    frame.addEventListener('load', () => setTimeout(() => { if (frame === coming) showComing() }, hasView || path.endsWith('.html') ? 400 : 0))
    frame.src = hasView ? address(sheets + path) : address(path) + (isBare ? '#toolbar=0&navpanes=0&view=FitH' : '')
    coming = frame
    for (const text of by('stage').querySelectorAll('p')) text.remove()
    by('stage').append(frame)
  }

  const explain = (look, faults) => {
    const box = by('faults')
    box.hidden = !look.old && !look.broken
    if (box.hidden) return
    const list = make('ul', {}, ...faults.filter(fault => fault.level === 'error').slice(0, 3).map(fault =>
      make('li', {}, make('b', { textContent: (fault.line ? fault.file + ', ' + say('line', { n: fault.line }) + ': ' : fault.file + ': ') + fault.text }), fault.advice || '')))
    box.replaceChildren(make('span', { textContent: look.old ? words.old : look.known ? words.broken : words.gone }), list)
  }

  let looks = 0 // the newest counts: an answer that took longer tells of an older state
  const show = async () => {
    const path = shown.path, own = ++looks
    let look
    try { look = await ask('look', { path }) } catch { return }
    if (own !== looks || path !== shown.path) return
    const found = look.old || look.broken ? (await ask('problems', shown.document ? { path: shown.document } : {})).list : []
    if (own !== looks) return
    explain(look, found)
    if (look.shown) load(path, look.view)
    else if (!current || current.dataset.path !== path) {
      if (current) current.remove()
      current = null
      by('stage').replaceChildren(make('p', { textContent: look.known ? words.broken : words.gone }))
    }
    by('open').href = address(path)
  }

  addEventListener('message', event => {
    const frame = [current, coming].find(each => each && each.contentWindow === event.source)
    const message = event.data
    if (!frame || !message || message.loa !== true) return
    const path = frame.dataset.path
    if (message.what === 'ready') {
      const now = pathOf(message.path)
      if (now !== path) followed(frame, now)
      frame.contentWindow.postMessage(jump && jump.path === frame.dataset.path ? { loa: true, what: 'line', line: jump.line } : { loa: true, what: 'scroll', y: places.get(frame.dataset.path) || 0 }, '*')
      jump = null
    } else if (message.what === 'placed' && frame === coming) showComing()
    else if (message.what === 'scroll' && frame === current) places.set(path, Number(message.y) || 0)
    else if (message.what === 'line') showPlace(shown.document, Number(message.line))
    else if (message.what === 'outside') by('place').replaceChildren('→ ', make('b', { textContent: String(message.url).slice(0, 300) }))
  })

  // A link within the site was followed.
  const followed = async (frame, path) => {
    frame.dataset.path = path
    const output = await ask('output', { path })
    shown.path = path
    remember()
    if (!output) return
    if (output.document !== shown.document || (output.office || '') !== shown.office) {
      shown.document = output.document
      shown.office = output.office || ''
      await loadDetails()
    }
    fillHead()
    fillList()
    fillProblems()
  }

  // --- the head ---

  const editorAddress = (path, line) => data.editor.replace('{path}', encodeURI(site.root + '/' + path)).replace('{line}', line || 1)

  const showPlace = (file, line) => {
    if (!file) return
    const parts = [make('b', { textContent: file }), ', ' + say('line', { n: line })]
    if (data.editor) parts.push(' ', make('a', { href: editorAddress(file, line), textContent: words.edit }))
    by('place').replaceChildren(...parts)
  }

  const minutes = seconds => Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')

  const fillHead = () => {
    const details = shown.details
    const page = site.pages.find(entry => entry.path === shown.path)
    by('title').textContent = details ? details.title : page ? page.title : shown.path
    by('path').textContent = details ? details.path : shown.path
    by('state').hidden = !details
    if (details) {
      by('state').className = 'badge ' + details.state
      by('state').textContent = words[details.state]
    }
    by('edit').hidden = !(details && data.editor)
    if (details && data.editor) by('edit').href = editorAddress(details.path, 1)
    const channels = details ? details.channels : []
    by('tabs').replaceChildren(...channels.map(channel => {
      const tab = make('button', { type: 'button', textContent: channel.title, className: problems.list.some(fault => fault.level === 'error' && fault.outputs.includes(channel.path)) ? 'dot' : '' })
      tab.setAttribute('role', 'tab')
      tab.setAttribute('aria-selected', channel.path === shown.path)
      tab.addEventListener('click', () => {
        if (channel.form === 'file') { open(address(channel.path), '_blank', 'noreferrer'); return }
        shown.path = channel.path
        remember()
        fillHead()
        fillProblems()
        show()
      })
      return tab
    }))
    const time = by('time')
    time.hidden = !(details && details.seconds)
    if (!time.hidden) {
      const late = details.slot && details.seconds > details.slot
      time.className = 'badge ' + (late ? 'late' : 'fits')
      time.textContent = details.slot ? say('time', { time: minutes(details.seconds), slot: minutes(details.slot) }) + (late ? ', ' + say('too_long', { time: minutes(details.seconds - details.slot) }) : '') : minutes(details.seconds)
    }
    const offices = details ? details.offices : []
    by('office-label').hidden = !offices.length
    by('offices').replaceChildren(...offices.map(office => make('option', { value: office.name })))
    if (document.activeElement !== by('office')) by('office').value = (offices.find(office => office.id === shown.office) || {}).name || ''
  }

  const loadDetails = async () => {
    const { document, office } = shown
    const details = document ? await ask('document', { path: document, office }) : null
    if (shown.document === document && shown.office === office) shown.details = details
  }

  const remember = () => history.replaceState(null, '', '#' + new URLSearchParams({ path: shown.path }))

  let visit = 0 // whoever chooses something else meanwhile goes there

  // What it becomes at `output`, when that is among its channels; else its page.
  const openDocument = async (path, line, output) => {
    const own = ++visit
    shown.document = path
    shown.office = ''
    await loadDetails()
    if (own !== visit) return
    const channels = shown.details ? shown.details.channels : []
    const first = channels.find(channel => channel.path === output) || channels.find(channel => channel.form === 'page') || channels[0]
    shown.path = first ? first.path : ''
    if (line) jump = { path: shown.path, line }
    if (first) remember()
    fillHead()
    fillList()
    fillProblems()
    if (first) show()
    else explain({ broken: 1, known: 1 }, problems.list.filter(fault => fault.file === path))
  }

  const openPage = async path => {
    const own = ++visit
    const output = await ask('output', { path })
    if (own !== visit) return
    shown = { path, document: output ? output.document : null, office: (output && output.office) || '', details: null }
    await loadDetails()
    if (own !== visit) return
    remember()
    fillHead()
    fillList()
    fillProblems()
    show()
  }

  // By its name or id, else by words in the order they are typed, else in any: “ha dong” is Hà Đông before it is Đống Đa.
  const findOffice = wanted => {
    if (!wanted) return null
    const named = shown.details.offices.map(office => ({ office, name: ' ' + fold(office.name) }))
    const tests = [({ office, name }) => name === ' ' + wanted || office.id === wanted, ({ name }) => name.endsWith(' ' + wanted), ({ name }) => name.includes(' ' + wanted),
      ({ name }) => wanted.split(/\s+/).every(word => name.includes(' ' + word))]
    for (const test of tests) {
      const found = named.find(test)
      if (found) return found.office
    }
    return null
  }

  by('office').addEventListener('change', async () => {
    const wanted = fold(by('office').value).trim()
    const office = findOffice(wanted)
    by('office').setAttribute('aria-invalid', Boolean(wanted && !office))
    if (wanted && !office) return
    by('office').value = office ? office.name : ''
    const title = (shown.details.channels.find(channel => channel.path === shown.path) || {}).title
    shown.office = office ? office.id : ''
    await loadDetails()
    const channel = shown.details.channels.find(each => each.title === title) || shown.details.channels[0]
    if (channel) shown.path = channel.path
    remember()
    fillHead()
    fillList()
    fillProblems()
    show()
  })

  // --- what is wrong ---

  let jump = null

  const shownLine = fault => {
    if (!fault.shown) return null
    const letters = [...fault.shown]
    const end = letters.findIndex((letter, index) => index > fault.caret && /\s/.test(letter))
    const stop = end < 0 ? letters.length : end
    return make('code', {}, letters.slice(0, fault.caret).join(''), make('mark', { textContent: letters.slice(fault.caret, stop).join('') }), letters.slice(stop).join(''))
  }

  const problem = fault => {
    const button = make('button', { type: 'button' },
      badge(fault.level),
      make('span', {}, make('b', { textContent: fault.text }), shownLine(fault), fault.advice ? make('i', { textContent: fault.advice }) : null),
      make('span', { className: 'where', textContent: (scope === 'site' ? fault.file + (fault.line ? ', ' : '') : '') + (fault.line ? say('line', { n: fault.line }) : '') }))
    button.addEventListener('click', () => goTo(fault))
    return make('li', {}, button)
  }

  const goTo = async fault => {
    showPlace(fault.file, fault.line)
    scrollTo(0, 0)
    const output = fault.outputs[0]
    if (site.documents.some(entry => entry.path === fault.file)) {
      const isHere = shown.document === fault.file && current && (!output || fault.outputs.includes(shown.path))
      if (isHere) current.contentWindow.postMessage({ loa: true, what: 'line', line: fault.line }, '*')
      else await openDocument(fault.file, fault.line, output)
    } else if (output) await openPage(output)
    if (data.editor) open(editorAddress(fault.file, fault.line), '_self')
  }

  const isWithin = {
    site: () => true,
    document: fault => shown.document && fault.file === shown.document,
    channel: fault => fault.outputs.includes(shown.path)
  }

  const choice = (textContent, isChosen, choose) => {
    const button = make('button', { type: 'button', textContent })
    button.setAttribute('aria-pressed', isChosen)
    button.addEventListener('click', () => { choose(); fillProblems() })
    return button
  }

  const fillProblems = () => {
    const within = problems.list.filter(isWithin[scope])
    const list = level ? within.filter(fault => fault.level === level) : within
    const pill = by('pill')
    pill.className = 'pill' + (problems.errors ? ' error' : problems.warnings ? ' warning' : '')
    const count = problems.errors + problems.warnings
    pill.textContent = count ? say('problems', { n: count }) : words.good
    by('problems-title').textContent = pill.textContent
    by('progress').textContent = problems.done < problems.total ? say('checking', problems) : ''
    by('scopes').replaceChildren(...Object.keys(isWithin).map(name =>
      choice(words['of_' + name] + ' ' + problems.list.filter(isWithin[name]).length, name === scope, () => { scope = name })))
    by('levels').replaceChildren(...['error', 'warning'].map(name =>
      choice(words[name] + ' ' + within.filter(fault => fault.level === name).length, name === level, () => { level = name === level ? '' : name })))
    by('problem-list').replaceChildren(...list.slice(0, MOST).map(problem))
    by('problems-left').textContent = list.length > MOST ? say('left_out', { n: list.length - MOST }) : ''
  }

  let loading = null
  const loadProblems = () => {
    if (loading) return
    loading = setTimeout(async () => {
      loading = null
      try {
        problems = await ask('problems')
        const counts = new Map()
        for (const fault of problems.list) {
          const entry = counts.get(fault.file) || { error: 0, warning: 0 }
          entry[fault.level]++
          counts.set(fault.file, entry)
        }
        for (const entry of site.documents) {
          const found = counts.get(entry.path) || { error: 0, warning: 0 }
          entry.errors = found.error
          entry.warnings = found.warning
        }
        fillProblems()
        fillStates()
        fillList()
        fillHead()
      } catch { /* the next event tries again */ }
    }, 150)
  }

  // --- controls ---

  const fillWidths = () => by('widths').replaceChildren(...['desktop', 'phone'].map(name => {
    const button = make('button', { type: 'button', textContent: words[name] })
    button.setAttribute('aria-pressed', name === width)
    button.addEventListener('click', () => {
      width = name
      by('stage').classList.toggle('phone', name === 'phone')
      fillWidths()
    })
    return button
  }))

  by('search').placeholder = words.search
  by('search').setAttribute('aria-label', words.search)
  by('menu').textContent = words.list
  by('moment').querySelector('label').textContent = words.now
  by('clock').textContent = words.clock
  by('open').textContent = words.open
  by('edit').textContent = words.edit
  by('office-label').querySelector('span').textContent = words.office
  by('office').placeholder = words.own_office
  by('place').textContent = words.clicked
  by('search').addEventListener('input', fillList)
  by('menu').addEventListener('click', () => by('menu').setAttribute('aria-expanded', by('list').classList.toggle('open')))
  by('pill').addEventListener('click', () => by('problems').scrollIntoView({ block: 'start' }))
  by('moment').addEventListener('submit', event => event.preventDefault())
  by('now').addEventListener('change', () => { if (by('now').value) ask('now', { at: by('now').value.replace('T', ' ') }) })
  by('clock').addEventListener('click', () => { by('now').blur(); ask('now', { at: '' }) })

  // --- events ---

  const changed = async all => {
    await loadSite()
    if (all || shown.details) await loadDetails()
    fillHead()
    show()
  }
  const listen = () => {
    const events = new EventSource('events')
    events.addEventListener('open', () => {
      if (!by('lost').hidden) { changed(true); loadProblems() }
      by('lost').hidden = true
    })
    events.addEventListener('error', () => {
      by('lost').textContent = words.lost
      by('lost').hidden = false
    })
    events.addEventListener('document', event => {
      if (!isPdf(shown.path) || JSON.parse(event.data).path === shown.document) show()
      if (JSON.parse(event.data).path === shown.document) loadDetails().then(fillHead)
      loadProblems()
    })
    events.addEventListener('matter', () => { changed(false); loadProblems() })
    events.addEventListener('site', () => { changed(true); loadProblems() })
    events.addEventListener('problems', loadProblems)
  }

  fillWidths()
  fillProblems()
  loadSite().then(() => openPage(new URLSearchParams(location.hash.slice(1)).get('path') || 'index.html')).then(loadProblems)
  listen()
})()
