// The playground: an article is read as it is typed, pasted, opened or dropped.

import { Reader } from './verbatim.js'

// How long the typing has to rest, in milliseconds.
const rest = 250
// From so many characters on, an article is read by rules alone first, which
// takes a fraction of the time.
const long = 30_000
// From so many on, the full reading takes minutes.
const minutes = 300_000
// Of a larger file, so many bytes, there is no hope that a browser shows it.
const largest = 16e6
// Of a longer record only the beginning is shown.
const longestShown = 200_000

const $ = id => document.getElementById(id)

const reader = new Reader({
  onProgress({ loaded, total }) {
    $('loading').hidden = loaded === total
    $('progress').value = loaded / total
    $('loaded').textContent = `${megabytes(loaded)} of ${megabytes(total)} MB, unpacked`
  },
})

// The reading that is shown or under way: its text and options, the page that is
// shown of it, the record once somebody asks for it.
let reading
let abortion = new AbortController()
let timer

// say tells the state in a line. Screen readers are told, so it says no more than
// somebody wants to hear.
function say(words) {
  $('status').textContent = words
}

function complain(words) {
  $('problem').textContent = words
}

function options() {
  return {
    published: $('published').value,
    prefer: $('prefer').value,
    dayFirst: $('day-first').checked,
    light: $('light').checked,
    explain: $('explain').checked,
  }
}

// readSoon reads the article when the typing rests.
function readSoon() {
  abortion.abort()
  clearTimeout(timer)
  timer = setTimeout(read, rest)
}

async function read() {
  clearTimeout(timer)
  abortion.abort()
  abortion = new AbortController()
  const { signal } = abortion
  const text = $('text').value
  complain('')
  if (text.trim() === '') {
    show(undefined)
    say('Ready. Paste an article or choose a sample.')
    return
  }
  $('result').ariaBusy = 'true'
  const wanted = options()
  const started = performance.now()
  try {
    if (text.length > long && !wanted.light) {
      say('Reading a long article, by rules alone first …')
      const light = { ...wanted, light: true }
      show({ text, options: light, html: await reader.page(text, { ...light, signal }) })
      say(`This is what rules alone find. The full reading goes on${text.length > minutes ? ' and takes minutes' : ''} …`)
    } else {
      say('Reading …')
    }
    const html = await reader.page(text, { ...wanted, signal })
    show({ text, options: wanted, html })
    say(`Read in ${((performance.now() - started) / 1000).toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} s.`)
  } catch (error) {
    if (signal.aborted) return
    $('result').ariaBusy = 'false'
    say('')
    complain(error.message)
  }
}

// show shows a reading, or none.
function show(next) {
  reading = next
  $('result').ariaBusy = 'false'
  $('empty').hidden = Boolean(next)
  $('download-page').disabled = $('download-json').disabled = !next
  if (next) $('page').srcdoc = next.html
  else $('page').removeAttribute('srcdoc')
  view()
}

// view shows the reading as it is asked for.
function view() {
  const json = $('view-json').checked
  $('page').hidden = !reading || json
  $('json').hidden = !reading || !json
  if (reading && json) viewJSON(reading)
  else $('json-text').textContent = ''
}

async function viewJSON(of) {
  let record
  try {
    record = await recordOf(of)
  } catch (error) {
    complain(error.message)
    return
  }
  if (reading !== of || !$('view-json').checked) return
  $('json-text').textContent = record.slice(0, longestShown)
  $('json-note').hidden = record.length <= longestShown
  $('json-note').textContent = `The beginning of ${megabytes(record.length)} MB; the saved file has all of it.`
}

// recordOf returns the record of a reading as text: indented, but where it is so
// long that the page would stand still for it.
async function recordOf(of) {
  of.records ??= {}
  const units = $('units').value
  of.records[units] ??= reader.parseToJSON(of.text, { ...of.options, units }).then(line => (line.length > 2e6 ? line : JSON.stringify(JSON.parse(line), null, 2)))
  return of.records[units]
}

function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const megabytes = n => (n / 1e6).toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

// take makes a text the article.
function take(text) {
  $('text').value = text
  read()
}

// takeFile makes the text of a file the article.
async function takeFile(file) {
  complain('')
  if (file.size > largest) {
    complain(`${file.name} has ${megabytes(file.size)} MB, too much for one article.`)
    return
  }
  try {
    const { text, note } = decode(new Uint8Array(await file.arrayBuffer()))
    if (text === undefined) {
      complain(`${file.name} is not plain text. Save the article as text, or copy and paste it.`)
      return
    }
    $('sample').value = ''
    take(text)
    if (note) complain(`${file.name}: ${note}`)
  } catch (error) {
    complain(`${file.name} cannot be read: ${error.message}`)
  }
}

// decode returns the text of a file's bytes, or none where they are no text.
function decode(bytes) {
  const mark = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' }[(bytes[0] << 8) | bytes[1]]
  if (mark) return { text: new TextDecoder(mark).decode(bytes) }
  if (bytes.includes(0)) return {}
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), note: 'it is not UTF-8 and was read as Windows-1252.' }
  }
}

$('text').addEventListener('input', () => {
  $('sample').value = ''
  readSoon()
})
for (const id of ['published', 'prefer', 'day-first', 'light', 'explain']) $(id).addEventListener('change', read)
$('units').addEventListener('change', view)
for (const id of ['view-page', 'view-json']) $(id).addEventListener('change', view)
$('form').addEventListener('submit', event => event.preventDefault())
$('clear').addEventListener('click', () => {
  $('sample').value = ''
  take('')
  $('text').focus()
})
$('flatten').addEventListener('click', async () => {
  try {
    take(await reader.flatten($('text').value))
  } catch (error) {
    complain(error.message)
  }
})
$('sample').addEventListener('change', async event => {
  const { value, selectedOptions } = event.target
  if (!value) return
  try {
    const response = await fetch(`samples/${value}`)
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    const text = await response.text()
    $('published').value = selectedOptions[0].dataset.published
    take(text)
  } catch (error) {
    complain(`The sample could not be loaded: ${error.message}`)
  }
})
$('file').addEventListener('change', event => {
  const [file] = event.target.files
  event.target.value = '' // so that the same file can be opened again
  if (file) takeFile(file)
})
$('download-page').addEventListener('click', () => download('article.html', 'text/html', reading.html))
$('download-json').addEventListener('click', async () => {
  try {
    download('article.json', 'application/json', await recordOf(reading))
  } catch (error) {
    complain(error.message)
  }
})

// What is dropped in the article's own field, and is no file, goes where it falls.
const isForText = event => event.target === $('text') && !event.dataTransfer.types.includes('Files')
addEventListener('dragover', event => {
  if (isForText(event)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
  document.body.classList.add('dropping')
})
addEventListener('dragleave', event => {
  if (!event.relatedTarget) document.body.classList.remove('dropping')
})
addEventListener('drop', event => {
  document.body.classList.remove('dropping')
  if (isForText(event)) return
  event.preventDefault()
  const [file, ...others] = event.dataTransfer.files
  const text = event.dataTransfer.getData('text/plain')
  if (file) takeFile(file).then(() => others.length > 0 && complain('One article at a time: the others were left out.'))
  else if (text) take(text)
})

say('Loading the program …')
try {
  await reader.load()
  read() // what the browser has kept of the article when the page is loaded again
} catch (error) {
  say('')
  complain(error.message)
}
$('loading').hidden = true
