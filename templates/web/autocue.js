/* SPDX-License-Identifier: MIT */
/* Scrolls the text at the announcer's pace. Without this script the page is read as it is. */
(function () {
  'use strict'
  var cue = document.querySelector('.cue')
  var lines = [].slice.call(document.querySelectorAll('[data-n]'))
  var isCalm = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches
  var pace = +cue.getAttribute('data-pace')
  var total = 0
  var said = 0 /* syllables */
  var running = false
  var last = 0
  var current = null

  lines.forEach(function (line) {
    line.first = total
    line.length = +line.getAttribute('data-n')
    total += line.length
    line.addEventListener('click', function () { said = line.first; show() })
  })

  function clock (syllables) {
    var seconds = Math.round(syllables * 60 / pace)
    return Math.floor(seconds / 60) + ':' + ('0' + seconds % 60).slice(-2)
  }

  /* The line that is read, and how much of it was. */
  function lineAt () {
    for (var i = lines.length - 1; i > 0; i--) if (lines[i].first <= said) return lines[i]
    return lines[0]
  }

  function show () {
    var line = lineAt()
    cue.elements.pace.value = pace + '/phút'
    cue.elements.clock.value = clock(said) + ' / ' + clock(total)
    if (line !== current) {
      if (current) current.classList.remove('now')
      line.classList.add('now')
    }
    if (running && (!isCalm || line !== current)) {
      var box = line.getBoundingClientRect()
      var part = isCalm ? 0 : (said - line.first) / (line.length || 1)
      window.scrollTo(0, window.pageYOffset + box.top + box.height * part - window.innerHeight / 3)
    }
    current = line
  }

  function run (on) {
    running = on
    last = 0
    cue.elements.run.textContent = on ? 'Dừng' : 'Chạy chữ'
    cue.elements.run.setAttribute('aria-pressed', on)
    show()
    if (on) requestAnimationFrame(step)
  }

  function step (now) {
    if (!running) return
    if (last) said += (now - last) * pace / 60000
    last = now
    if (said >= total) { said = 0; return run(false) }
    show()
    requestAnimationFrame(step)
  }

  function change (by) {
    pace = Math.min(300, Math.max(120, pace + by))
    show()
  }

  cue.elements.run.addEventListener('click', function () { run(!running) })
  cue.elements.slower.addEventListener('click', function () { change(-10) })
  cue.elements.faster.addEventListener('click', function () { change(10) })
  cue.addEventListener('submit', function (event) { event.preventDefault() })
  document.addEventListener('keydown', function (event) {
    if (event.key !== ' ' || event.target.name) return
    event.preventDefault()
    run(!running)
  })
  /* A hand on the page is stronger than the clock. */
  ;['wheel', 'touchmove'].forEach(function (name) {
    window.addEventListener(name, function () { if (running) run(false) }, { passive: true })
  })
  cue.hidden = false
  if (lines.length) show()
})()
